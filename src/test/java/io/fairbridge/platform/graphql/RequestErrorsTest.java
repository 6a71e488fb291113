package io.fairbridge.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;

class RequestErrorsTest extends RequestPath {

    @ParameterizedTest
    @CsvSource({
            "bad,       BAD_REQUEST,     BAD_REQUEST,    At most 100.",
            "nobody,    UNAUTHENTICATED, UNAUTHORIZED,   Sign in first.",
            "forbidden, FORBIDDEN,       FORBIDDEN,      Not allowed.",
            "away,      UNAVAILABLE,     UNAVAILABLE,    The search index does not answer.",
            "mongo,     UNAVAILABLE,     UNAVAILABLE,    A store does not answer at the moment. Try again later.",
            "bug,       INTERNAL_ERROR,  INTERNAL_ERROR, Something went wrong on our side."})
    void givenAFailure_thenItsCodeClassificationAndMessageAreTold(String kind, String code, String classification, String message) {
        var answer = ask("query($kind: String!) { testFailure(kind: $kind) }", Map.of("kind", kind));

        var error = answer.body().at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
        assertThat(error.at("/extensions/classification").asString()).isEqualTo(classification);
        assertThat(error.at("/message").asString()).isEqualTo(message);
        assertThat(error.at("/path/0").asString()).isEqualTo("testFailure");
        assertThat(answer.response().body()).doesNotContain("secret");
    }

    @Test
    void givenABugOfOurs_thenTheAnswerAndTheLogShareTheRequestId(CapturedOutput output) {
        var answer = ask("{ testFailure(kind: \"bug\") }", Map.of(), "X-Request-Id", "from-the-proxy-17");

        assertThat(answer.body().at("/errors/0/extensions/requestId").asString()).isEqualTo("from-the-proxy-17");
        assertThat(answer.response().headers().firstValue("X-Request-Id")).contains("from-the-proxy-17");
        assertThat(output).contains("from-the-proxy-17").contains("secret inner message");
    }

    @Test
    void givenARequestIdUnfitForALog_thenItGetsAnother() {
        var answer = ask("{ testResolved }", Map.of(), "X-Request-Id", "a b; DROP");

        assertThat(answer.response().headers().firstValue("X-Request-Id")).hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }

    @Test
    void givenASlowResolver_thenTheRequestIsGivenUpInTime() {
        var answer = ask("{ testWait(millis: 20000) }");

        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.message()).contains("too long");
    }

    @Test
    void givenSlowSiblings_thenTheyRunBesideOneAnother() {
        assertThat(ask("{ a: testWait(millis: 1600) b: testWait(millis: 1601) c: testWait(millis: 1602) }").body().at("/data/c").asInt())
                .isEqualTo(1602);
    }

    @Test
    void givenAnArgumentOfTheWrongType_thenItIsABadRequest() {
        var answer = ask("query($millis: Int!) { testWait(millis: $millis) }", Map.of("millis", "soon"));

        assertThat(answer.code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void givenMalformedDocuments_thenNothingIsLoggedLouderThanForDebugging(CapturedOutput output) {
        ask("{ nonsense_in_the_log }");
        ask("{ nonsense_in_the_log");
        post("nonsense_in_the_log");
        ask("query($millis: Int!) { testWait(millis: $millis) }", Map.of("millis", "nonsense_in_the_log"));
        post("{}");

        assertThat(output).doesNotContain("nonsense_in_the_log").doesNotContain(" WARN ").doesNotContain(" ERROR ");
        assertThat(meters.get("fairbridge.graphql.requests").tag("outcome", "BAD_REQUEST").timers()).isNotEmpty();
    }

    @Test
    void givenATokenThatHasEnded_thenTheAnswerIsAGraphQlError() {
        var answer = ask("{ testSubject }", Map.of(), "Authorization", "Bearer " + token("anna", Duration.ofSeconds(-5)));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void givenAGoodToken_thenTheResolverKnowsWhoAsks() {
        var answer = ask("{ testSubject }", Map.of(), "Authorization", "Bearer " + token("anna", Duration.ofMinutes(5)));

        assertThat(answer.body().at("/data/testSubject").asString()).isEqualTo("anna");
    }

    @Test
    void givenASmallAnswer_thenItsLengthIsTold() {
        var headers = ask("{ testResolved }").response().headers();

        assertThat(headers.firstValue("Content-Length")).isPresent();
        assertThat(headers.firstValue("Transfer-Encoding")).isEmpty();
    }

    @Test
    void givenASimpleFormPost_thenItIsRefused() {
        var form = HttpRequest.newBuilder(http("/graphql")).header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ testResolved }\"}")).build();

        assertThat(send(form).status()).isEqualTo(415);
    }

    @Test
    void givenEventStreamsAreAskedFor_thenTheWebsocketIsNamed() {
        var answer = ask("subscription { testSilence { number } }", Map.of(), "Accept", "text/event-stream");

        assertThat(answer.status()).isEqualTo(406);
    }
}
