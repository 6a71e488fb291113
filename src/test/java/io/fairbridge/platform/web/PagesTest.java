package io.fairbridge.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.graphql.RequestPath;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

class PagesTest extends RequestPath {

    private static String bearer(String... scopes) {
        return "Bearer " + token("anna", Duration.ofMinutes(5), scopes);
    }

    @Test
    void givenGraphiQl_thenAllItLoadsComesFromOurOwnOrigin() {
        var page = get("/graphiql", "Accept", "text/html");

        assertThat(page.status()).isEqualTo(200);
        var loaded = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.response().body()).results()
                .map(match -> match.group(1)).toList();
        assertThat(loaded).hasSize(5).allSatisfy(path -> {
            assertThat(path).startsWith("/");
            assertThat(get(path).status()).as(path).isEqualTo(200);
        });
    }

    @Test
    void givenAnyPage_thenItsHeadersAllowNothingForeign() {
        var headers = get("/graphiql", "Accept", "text/html").response().headers();

        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'").doesNotContain("http"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
            "GET,  /graphql,             405",
            "GET,  /nothing.js,          404",
            "GET,  /assets/nothing.js,   404",
            "POST, /anything,            401",
            "POST, /uploads,             401",
            "GET,  /uploads/1,           401",
            "GET,  /actuator/env,        401",
            "GET,  /actuator/health,     200",
            "GET,  /actuator/prometheus, 200"})
    void givenACallerWithoutAToken_thenThePathIsAnsweredSo(String method, String path, int status) {
        var request = HttpRequest.newBuilder(http(path)).method(method, HttpRequest.BodyPublishers.noBody()).build();

        assertThat(send(request).status()).isEqualTo(status);
    }

    @Test
    void givenMetricsAskedForThroughAProxy_thenOnlyAnAdministratorGetsThem() {
        assertThat(get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.7").status()).isEqualTo(401);
        assertThat(get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.7", "Authorization", bearer()).status()).isEqualTo(403);
        assertThat(get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.7", "Authorization", bearer("admin")).status()).isEqualTo(200);
    }

    @Test
    void givenRequests_thenTheMetricsCountThemByOperationAndOutcome() {
        ask("{ testResolved }");
        ask("{ nonsense }");

        assertThat(get("/actuator/prometheus").response().body())
                .contains("fairbridge_graphql_requests_seconds_count{operation=\"query\",outcome=\"SUCCESS\"}")
                .contains("fairbridge_graphql_requests_seconds_count{operation=\"none\",outcome=\"BAD_REQUEST\"}")
                .contains("fairbridge_graphql_sockets", "fairbridge_graphql_subscriptions");
    }

    @Test
    void givenHealth_thenItsDetailsAreForAdministrators() {
        assertThat(get("/actuator/health").response().body()).doesNotContain("details");
        assertThat(get("/actuator/health", "Authorization", bearer("admin")).response().body()).contains("details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/offerings", "/offerings/abc123", "/sign-in"})
    void givenARouteOfTheClient_thenItsPageIsAnsweredWhereItIsBuilt(String path) {
        var page = get(path, "Accept", "text/html,application/xhtml+xml");

        var built = getClass().getResource("/static/index.html") != null;
        assertThat(page.status()).isEqualTo(built ? 200 : 404);
    }

    @Test
    void givenAForeignOrigin_thenThePreflightIsRefused() {
        assertThat(preflight("https://evil.example").status()).isEqualTo(403);
        assertThat(preflight("http://localhost:5173").response().headers().firstValue("Access-Control-Allow-Origin"))
                .contains("http://localhost:5173");
    }

    private Answer preflight(String origin) {
        return send(HttpRequest.newBuilder(http("/graphql")).method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers("Origin", origin, "Access-Control-Request-Method", "POST",
                        "Access-Control-Request-Headers", "content-type,authorization").build());
    }

    @Test
    void givenNormalRequests_thenNothingIsLoggedAsAWarning(CapturedOutput output) {
        get("/graphiql", "Accept", "text/html");
        get("/nothing.js");
        ask("{ testResolved }", Map.of(), "Authorization", bearer());

        assertThat(output).doesNotContain(" WARN ").doesNotContain(" ERROR ");
    }
}
