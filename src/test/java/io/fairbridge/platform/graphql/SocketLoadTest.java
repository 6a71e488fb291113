package io.fairbridge.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.TestPropertySource;

/// What sockets cost, and that a slow reader costs the others nothing.
@TestPropertySource(properties = {"fairbridge.graphql.socket.ping=12s", "fairbridge.graphql.socket.init-timeout=10s"})
class SocketLoadTest extends RequestPath {

    private static final String SILENCE = "{\"type\":\"subscribe\",\"id\":\"%s\",\"payload\":{\"query\":\"subscription { testSilence { number } }\"}}";

    private URI uri() {
        return URI.create("ws://localhost:" + port + "/graphql");
    }

    private double subscriptions() {
        return meters.get("fairbridge.graphql.subscriptions").gauge().value();
    }

    private static long usedHeap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void givenAReaderThatFallsBehind_thenItIsSentAwayAndNobodyElseWaits() {
        try (var slow = new RawSocket(port, 8_000); var other = SocketClient.open(uri()).init()) {
            slow.say("{\"type\":\"connection_init\"}").read();
            slow.say("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { testFlood { number padding } }\"}}");
            await().until(() -> subscriptions() == 1);
            var longest = Duration.ZERO;

            while (subscriptions() > 0) {
                var start = System.nanoTime();
                other.subscribe("q", "{ testLanguage }");
                other.next("next");
                other.next("complete");
                var took = Duration.ofNanos(System.nanoTime() - start);
                longest = took.compareTo(longest) > 0 ? took : longest;
            }

            // The close frame waits behind what the reader does not take: when that takes too long, the line is cut.
            assertThat(slow.closeCode()).isIn(4508, RawSocket.CUT);
            assertThat(longest).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void givenASourceThatCanWait_thenASlowReaderGetsAllOfIt() {
        try (var slow = SocketClient.openSlow(uri())) {
            slow.say("{\"type\": \"connection_init\"}").read(1).next("connection_ack");
            slow.subscribe("1", "subscription { testTicks(count: 2000, size: 10000) { number padding } }");
            await().until(() -> subscriptions() == 1);

            slow.read(Long.MAX_VALUE);

            for (int i = 1; i <= 2000; i++) {
                assertThat(slow.next("next").at("/payload/data/testTicks/number").asInt()).isEqualTo(i);
            }
            slow.next("complete");
        }
    }

    @Test
    void givenAThousandIdleSubscriptions_thenTheyCostNoThreadAndLittleMemory() {
        var sockets = new ArrayList<RawSocket>();
        try {
            new RawSocket(port).close();
            var heap = usedHeap();
            var threads = Thread.getAllStackTraces().size();

            IntStream.range(0, 1000).forEach(i -> {
                var socket = new RawSocket(port).say("{\"type\":\"connection_init\"}");
                sockets.add(socket);
                socket.read();
                socket.say(SILENCE.formatted("1"));
            });
            await().until(() -> subscriptions() == 1000);

            var bytes = (usedHeap() - heap) / 1000;
            var more = Thread.getAllStackTraces().size() - threads;
            LoggerFactory.getLogger(getClass()).info("An idle subscription costs {} bytes of heap, a thousand cost {} threads", bytes, more);
            assertThat(bytes).isLessThan(100_000);
            assertThat(more).isLessThan(20);
        } finally {
            sockets.forEach(RawSocket::close);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> subscriptions() == 0);
    }

    /// `-Dcycles=100000` for the long way.
    @Test
    void givenManySubscriptionsOneAfterAnother_thenNothingIsLeftOfThem() {
        try (var socket = new RawSocket(port).say("{\"type\":\"connection_init\"}")) {
            socket.read();
            cycle(socket, 2_000);
            var heap = usedHeap();

            cycle(socket, Integer.getInteger("cycles", 20_000));

            var growth = usedHeap() - heap;
            LoggerFactory.getLogger(getClass()).info("The heap grew by {} bytes", growth);
            assertThat(growth).isLessThan(8_000_000);
        }
    }

    /// A ping at the end of each hundred is answered once all before it are dealt with.
    private static void cycle(RawSocket socket, int times) {
        for (int i = 0; i < times; i++) {
            socket.say(SILENCE.formatted(i)).say("{\"type\":\"complete\",\"id\":\"%d\"}".formatted(i));
            if (i % 100 == 99) {
                socket.say("{\"type\":\"ping\",\"payload\":{\"n\":%d}}".formatted(i));
                while (!socket.read().contains("\"n\":" + i)) {
                    // pings of the server
                }
            }
        }
    }
}
