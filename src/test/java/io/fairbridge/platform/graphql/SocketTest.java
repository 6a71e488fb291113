package io.fairbridge.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/// The table of close codes, and what else a graphql-transport-ws server promises.
class SocketTest extends RequestPath {

    private URI uri() {
        return URI.create("ws://localhost:" + port + "/graphql");
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{", "nonsense", "[]", "7", "null", "{}", "{\"type\": 7}", "{\"type\": \"unknown\"}",
            "{\"type\": \"connection_init\", \"payload\": 7}",
            "{\"type\": \"subscribe\", \"payload\": {\"query\": \"{ testResolved }\"}}",
            "{\"type\": \"subscribe\", \"id\": \"\", \"payload\": {\"query\": \"{ testResolved }\"}}",
            "{\"type\": \"subscribe\", \"id\": 7, \"payload\": {\"query\": \"{ testResolved }\"}}",
            "{\"type\": \"subscribe\", \"id\": \"1\"}",
            "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {}}",
            "{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"{ testResolved }\", \"variables\": []}}",
            "{\"type\": \"complete\"}"})
    void givenAMalformedMessage_thenItIsClosedWith4400(String message) {
        try (var client = SocketClient.open(uri()).init()) {
            assertThat(client.say(message).closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void givenABinaryFrame_thenItIsClosedWith4400() {
        try (var client = SocketClient.open(uri()).init()) {
            assertThat(client.sayBinary().closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void givenASecondInit_thenItIsClosedWith4429() {
        try (var client = SocketClient.open(uri()).init()) {
            assertThat(client.say("{\"type\": \"connection_init\"}").closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void givenASubscribeBeforeTheAcknowledgement_thenItIsClosedWith4401() {
        try (var client = SocketClient.open(uri())) {
            assertThat(client.subscribe("1", "{ testResolved }").closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void givenTheSameIdTwice_thenItIsClosedWith4409() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("one", "subscription { testSilence { number } }").subscribe("one", "{ testResolved }");

            assertThat(client.closeCode()).isEqualTo(4409);
            assertThat(client.closeReason()).isEqualTo("Subscriber for one already exists");
        }
    }

    @Test
    void givenTheSameIdForTwoSlowQueries_thenItIsClosedWith4409() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "{ testWait(millis: 2900) }").subscribe("1", "{ testWait(millis: 2900) }");

            assertThat(client.closeCode()).isEqualTo(4409);
        }
    }

    @Test
    void givenAnIdWhoseOperationIsOver_thenItIsUsedAgain() {
        try (var client = SocketClient.open(uri()).init()) {
            for (int i = 0; i < 3; i++) {
                client.subscribe("1", "{ testLanguage }");
                client.next("next");
                client.next("complete");
            }
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void givenNoInit_thenItIsClosedWith4408() {
        try (var client = SocketClient.open(uri())) {
            assertThat(client.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void givenNoSubprotocol_thenItIsClosedWith4406() {
        try (var client = SocketClient.open(uri(), (String) null)) {
            assertThat(client.closeCode()).isEqualTo(4406);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphql-ws", "mqtt"})
    void givenAnotherSubprotocol_thenItIsRefused(String protocol) {
        try (var client = SocketClient.open(uri(), protocol)) {
            assertThat(client.closeCode()).isEqualTo(4406);
        } catch (CompletionException refusedAtTheHandshake) {
            assertThat(refusedAtTheHandshake).hasRootCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    @Test
    void givenAForeignOrigin_thenTheHandshakeIsRefused() {
        assertThatThrownBy(() -> SocketClient.open(uri(), "Origin", "https://evil.example"))
                .cause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1:4173"})
    void givenAKnownOrigin_thenItIsLetIn(String origin) {
        try (var client = SocketClient.open(uri(), "Origin", origin)) {
            assertThat(client.init().isOpen()).isTrue();
        }
    }

    @Test
    void givenAMessageOf200KB_thenItIsClosedWith1009() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "{ testResolved } #" + "x".repeat(200_000));

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void givenAMessageOf50KB_thenItsOperationRuns() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "query($unused: String) { testLanguage }", Map.of("unused", "文".repeat(50_000)));

            assertThat(client.next().path("id").asString()).isEqualTo("1");
        }
    }

    @Test
    void givenAPing_thenThePongBringsItsPayloadBack() {
        try (var client = SocketClient.open(uri()).say("{\"type\": \"ping\", \"payload\": {\"n\": 7}}")) {
            assertThat(client.next("pong").at("/payload/n").asInt()).isEqualTo(7);
        }
    }

    @Test
    void givenTicks_thenTheyComeInOrderAndThenTheEnd() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "subscription { testTicks(count: 3000) { number } }");

            for (int i = 1; i <= 3000; i++) {
                assertThat(client.next("next").at("/payload/data/testTicks/number").asInt()).isEqualTo(i);
            }
            assertThat(client.next("complete").path("id").asString()).isEqualTo("1");
        }
    }

    @Test
    void givenAnInvalidDocument_thenTheOperationEndsWithAnErrorAndTheSocketStays() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "{ nonsense }");
            assertThat(client.next("error").at("/payload/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");

            client.subscribe("1", "{ " + "a: __typename ".repeat(100) + "}");
            assertThat(client.next("error").at("/payload/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");

            client.subscribe("1", "{ testLanguage }");
            client.next("next");
        }
    }

    @Test
    void givenASubscriptionThatFails_thenItsErrorSaysTheCode() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "subscription { testFailing(kind: \"nobody\") { number } }");
            assertThat(client.next("error").at("/payload/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");

            client.subscribe("2", "subscription { testFailing(kind: \"bug\") { number } }");
            var bug = client.next("error");
            assertThat(bug.at("/payload/0/extensions/code").asString()).isEqualTo("INTERNAL_ERROR");
            assertThat(bug.toString()).doesNotContain("secret");
        }
    }

    @Test
    void givenTooManyOperations_thenOneMoreIsRefusedAndTheSocketStays() {
        try (var client = SocketClient.open(uri()).init()) {
            for (int i = 0; i < 5; i++) {
                client.subscribe("s" + i, "subscription { testSilence { number } }");
            }
            client.subscribe("s5", "{ testResolved }");
            assertThat(client.next("error").at("/payload/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");

            client.complete("s0").subscribe("s6", "{ testLanguage }");
            client.next("next");
        }
    }

    @Test
    void givenAToken_thenResolversAndSubscriptionsKnowWhoAsks() {
        try (var client = SocketClient.open(uri()).init(bearer(token("anna", Duration.ofMinutes(5))))) {
            client.subscribe("1", "{ testSubject }");
            assertThat(client.next("next").at("/payload/data/testSubject").asString()).isEqualTo("anna");
            client.next("complete");

            client.subscribe("2", "subscription { testTicks(count: 1) { subject } }");
            assertThat(client.next("next").at("/payload/data/testTicks/subject").asString()).isEqualTo("anna");
        }
    }

    @Test
    void givenNoToken_thenTheCallerIsNobody() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "{ testSubject }");

            assertThat(client.next("next").at("/payload/data/testSubject").isNull()).isTrue();
        }
    }

    @Test
    void givenABadToken_thenItIsClosedWith4401() {
        for (var bad : new String[] {"Bearer nonsense", "Basic abc", "Bearer " + token("anna", Duration.ofSeconds(-5))}) {
            try (var client = SocketClient.open(uri())) {
                client.say(JSON.writeValueAsString(Map.of("type", "connection_init", "payload", Map.of("Authorization", bad))));

                assertThat(client.closeCode()).isEqualTo(4401);
            }
        }
    }

    @Test
    void givenATokenThatEnds_thenSubscriptionsAreCompletedAndTheSocketIsClosedInTime() {
        var end = Instant.now().plusSeconds(2);
        try (var client = SocketClient.open(uri()).init(bearer(token("anna", Duration.ofSeconds(2))))) {
            client.subscribe("1", "subscription { testSilence { number } }");

            assertThat(client.next("complete").path("id").asString()).isEqualTo("1");
            assertThat(client.closeCode()).isEqualTo(4403);
            assertThat(client.closeReason()).isEqualTo("Token expired");
            assertThat(Instant.now()).isBetween(end.minusSeconds(1), end.plusSeconds(5));
        }
    }

    @Test
    void givenALanguageInTheInit_thenItIsTheRequestsLanguage() {
        try (var client = SocketClient.open(uri(), "Accept-Language", "en").init(Map.of("Accept-Language", "zh-TW,zh;q=0.9,en;q=0.5"))) {
            client.subscribe("1", "{ testLanguage }");
            assertThat(client.next("next").at("/payload/data/testLanguage").asString()).isEqualTo("zh-CN");
        }
        try (var client = SocketClient.open(uri(), "Accept-Language", "zh-CN").init()) {
            client.subscribe("1", "{ testLanguage }");
            assertThat(client.next("next").at("/payload/data/testLanguage").asString()).isEqualTo("zh-CN");
        }
    }

    @Test
    void givenAnIdleClientThatAnswersPings_thenItStaysOpen() {
        try (var client = SocketClient.open(uri()).init()) {
            client.awaitPings();
            await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(10)).until(client::isOpen);
        }
    }

    @Test
    void givenAClientThatNoLongerAnswers_thenItIsDropped() {
        try (var client = SocketClient.openSlow(uri())) {
            client.say("{\"type\": \"connection_init\"}");
            await().until(() -> gauge("fairbridge.graphql.sockets") >= 1);

            await().atMost(Duration.ofSeconds(30)).until(() -> closes("4504") >= 1);
        }
    }

    private double closes(String code) {
        var counter = meters.find("fairbridge.graphql.socket.closed").tag("code", code).counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void givenCompletedSubscriptions_thenNothingIsLeftOfThem() {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "subscription { testSilence { number } }");
            await().until(() -> gauge("fairbridge.graphql.subscriptions") >= 1);

            client.complete("1");

            await().until(() -> gauge("fairbridge.graphql.subscriptions") == 0);
        }
        await().until(() -> gauge("fairbridge.graphql.sockets") == 0);
    }

    @Test
    void givenFaultyClients_thenNothingIsLoggedLouderThanForDebugging(CapturedOutput output) {
        try (var client = SocketClient.open(uri()).init()) {
            client.subscribe("1", "{ nonsense_in_the_log").say("nonsense_in_the_log");
            client.closeCode();
        }
        try (var client = SocketClient.open(uri())) {
            client.say("{\"type\": \"connection_init\", \"payload\": {\"Authorization\": \"Bearer nonsense_in_the_log\"}}");
            client.closeCode();
        }

        await().until(() -> gauge("fairbridge.graphql.sockets") == 0);
        assertThat(output).doesNotContain("nonsense_in_the_log").doesNotContain(" WARN ").doesNotContain(" ERROR ");
    }
}
