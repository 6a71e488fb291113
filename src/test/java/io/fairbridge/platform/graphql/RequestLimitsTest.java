package io.fairbridge.platform.graphql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLimitsTest extends RequestPath {

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(joining(" "));
    }

    private void assertRefused(String document, String... words) {
        var before = ask("{ testResolved }").body().at("/data/testResolved").asInt();

        var answer = ask(document);

        assertThat(answer.code()).as(answer.response().body()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.message()).contains(words);
        assertThat(answer.body().has("data")).isFalse();
        assertThat(ask("{ testResolved }").body().at("/data/testResolved").asInt()).isEqualTo(before);
    }

    @Test
    void givenSixteenLevels_thenTheDepthIsToldWithItsLimit() {
        assertRefused("{ testWait(millis: 0) node(id: 1) { ... on Offering " + "{ organisation { postings { edges { node".repeat(5)
                + " { id }" + " } } } }".repeat(5) + "} }", "levels of fields: 22", "15");
    }

    @Test
    void givenAHundredAliases_thenTheyAreRefused() {
        assertRefused("{ a: testWait(millis: 0) node(id: 1) {" + times(20, i -> "a" + i + ": id") + "} }", "aliases: 21", "15");
    }

    @Test
    void givenManyRootFields_thenTheyAreRefused() {
        assertRefused("{ " + times(500, i -> "__typename") + "}", "fields of an operation: 500", "10");
    }

    @Test
    void givenManyDirectives_thenTheyAreRefusedEvenWhenUnknown() {
        assertRefused("{ testWait(millis: 0) __typename " + times(50, i -> "@aa") + "}", "directives: 50", "15");
    }

    @Test
    void givenManyTokens_thenTheLimitIsTold() {
        assertRefused("{ node(id: 1) { " + times(3_000, i -> "id") + "} }", "2,000");
    }

    @Test
    void givenALongDocument_thenItsLengthIsTold() {
        assertRefused("{ testWait(millis: 0) } #" + "x".repeat(30_000), "characters: 30,025", "20,000");
    }

    @Test
    void givenDeepNonsense_thenTheParserStops() {
        assertRefused("{ a".repeat(300) + "}".repeat(300), "15");
    }

    @Test
    void givenFragmentsThatMultiplyOneAnother_thenTheyAreRefusedAtOnce() {
        var bomb = "query { testWait(millis: 0) node(id: 1) { ...F0 } } "
                + times(30, i -> "fragment F" + i + " on Node { id ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                + " fragment F30 on Node { id }";

        assertRefused(bomb, "fields: 1,000,000,000", "400");
    }

    @Test
    void givenFragmentsInACircle_thenValidationRefusesThem() {
        var answer = ask("{ node(id: 1) { ...A } } fragment A on Node { ...B } fragment B on Node { ...A }");

        assertThat(answer.code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void givenAThousandPasswords_thenOneCredentialMutationADocumentIsAllowed() {
        assertRefused("mutation { " + times(2, i -> "a" + i + ": signIn(input: {email: \"a@b.c\", password: \"" + i + "\"}) { errors { code } }") + "}",
                "fields that take credentials: 2", "1");
        assertRefused("mutation { ...A ...A } fragment A on Mutation { signIn(input: {email: \"a@b.c\", password: \"x\"}) { errors { code } } }",
                "credentials: 2");
    }

    @Test
    void givenPagesWithinPages_thenTheCostIsToldBeforeAnyResolverRuns() {
        assertRefused("""
                { testWait(millis: 0) offerings(first: 100) { edges { node { organisation { postings(first: 100) { edges { node { id title } } } } } } } }
                """, "30,", "25,000");
    }

    @Test
    void givenAPageSizeInAVariable_thenItCounts() {
        var document = "query($first: Int) { offerings(first: $first) { edges { node { id matches(first: $first) { edges { node { id } } } } } } }";

        assertThat(ask(document, Map.of("first", 10)).body().has("errors")).isFalse();
        assertThat(ask(document, Map.of("first", 1_000_000_000)).code()).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void givenManyFaults_thenFewAreTold() {
        var answer = ask("{ " + times(9, i -> "nonsense" + i) + "}");

        assertThat(answer.body().get("errors")).hasSize(5);
        assertThat(answer.code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void givenANearMiss_thenNoNameIsSuggested() {
        assertThat(ask("{ offering { id } viewr { id } offerings(qery: 1) { totalCount } }").response().body())
                .doesNotContainIgnoringCase("did you mean").doesNotContain("\"viewer\"", "'viewer'", "'query'");
    }

    @Test
    void givenABatchInAnArray_thenItIsRefused() {
        var answer = post("[{\"query\": \"{ testWait(millis: 0) }\"}, {\"query\": \"{ testWait(millis: 0) }\"}]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void givenABodyOfMoreThanAMegabyte_thenItIsTooLarge() {
        var answer = ask("{ testResolved }", Map.of("x", "x".repeat(1_100_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("LIMIT_EXCEEDED");
    }
}
