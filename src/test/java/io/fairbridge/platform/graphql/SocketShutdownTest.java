package io.fairbridge.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class SocketShutdownTest {

    @Test
    void givenOpenSubscriptions_whenTheApplicationStops_thenTheyAreCompletedAndTheSocketsClosedOneByOne() {
        var application = new SpringApplicationBuilder(RequestPath.App.class).run(
                "--server.port=0", "--fairbridge.graphql.socket.shutdown-spread=1s",
                "--spring.graphql.schema.additional-files=classpath:request-path/ticks.graphqls",
                "--spring.graphql.schema.inspection.enabled=false");
        var uri = URI.create("ws://localhost:" + ((WebServerApplicationContext) application).getWebServer().getPort() + "/graphql");
        var clients = IntStream.range(0, 10).mapToObj(i -> SocketClient.open(uri).init()
                .subscribe("1", "subscription { testSilence { number } }")).toList();

        var start = System.nanoTime();
        var stopped = CompletableFuture.runAsync(application::close);

        for (var client : clients) {
            client.next("complete");
            assertThat(client.closeCode()).isEqualTo(1001);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(700), Duration.ofSeconds(5));
        stopped.join();
    }
}
