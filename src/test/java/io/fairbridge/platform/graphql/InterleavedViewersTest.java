package io.fairbridge.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// spring-graphql #772: batch loaders once shared options between requests, and with them the context of another caller.
class InterleavedViewersTest extends RequestPath {

    private static final int REQUESTS = 2_000;

    @Test
    void givenThousandsOfRequestsOfTwoCallersAtOnce_thenNoBatchLoaderTakesOneForTheOther() {
        var callers = new String[] {"anna", "bao"};
        var headers = new String[] {"Bearer " + token("anna", Duration.ofHours(1)), "Bearer " + token("bao", Duration.ofHours(1))};
        var wrong = new ConcurrentLinkedQueue<String>();

        try (var workers = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, REQUESTS).forEach(i -> workers.submit(() -> {
                var answer = ask("{ testThings { owner loadedFor } }", Map.of(), "Authorization", headers[i % 2]).body();
                var things = answer.at("/data/testThings");
                var right = things.size() == 5 && things.valueStream().allMatch(thing ->
                        thing.get("owner").asString().equals(callers[i % 2]) && thing.get("loadedFor").asString().equals(callers[i % 2]));
                if (!right) {
                    wrong.add(answer.toString());
                }
            }));
        }

        assertThat(wrong).isEmpty();
    }
}
