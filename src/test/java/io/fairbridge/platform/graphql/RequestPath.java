package io.fairbridge.platform.graphql;

import static java.util.stream.Collectors.toMap;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.SecurityContext;
import io.fairbridge.platform.BadRequest;
import io.fairbridge.platform.Forbidden;
import io.fairbridge.platform.Unauthenticated;
import io.fairbridge.platform.Unavailable;
import io.fairbridge.platform.Viewer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The request path alone, with the real schema and some fields of its own, and without stores.
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = RequestPath.App.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "spring.graphql.schema.additional-files=classpath:request-path/ticks.graphqls",
        "spring.graphql.schema.inspection.enabled=false",
        "fairbridge.graphql.request-timeout=3s",
        "fairbridge.graphql.socket.init-timeout=4s",
        "fairbridge.graphql.socket.ping=1500ms",
        "fairbridge.graphql.socket.operations=5",
        "fairbridge.graphql.socket.shutdown-spread=500ms"})
public abstract class RequestPath {

    private static final SecretKeySpec KEY = new SecretKeySpec("a key of the tests alone, 32 bytes".getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    protected static final JsonMapper JSON = JsonMapper.shared();
    protected static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    protected int port;

    @Autowired
    protected MeterRegistry meters;

    protected record Answer(int status, HttpResponse<String> response) {

        public JsonNode body() {
            return JSON.readTree(response.body());
        }

        public String code() {
            return body().at("/errors/0/extensions/code").asString();
        }

        public String message() {
            return body().at("/errors/0/message").asString();
        }
    }

    protected Answer ask(String document) {
        return ask(document, Map.of());
    }

    protected Answer ask(String document, Map<String, ?> variables, String... headers) {
        return post(JSON.writeValueAsString(Map.of("query", document, "variables", variables)), headers);
    }

    protected Answer post(String body, String... headers) {
        var request = HttpRequest.newBuilder(http("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    protected Answer get(String path, String... headers) {
        var request = HttpRequest.newBuilder(http(path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    protected static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    protected URI http(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected static String token(String subject, Duration lifetime, String... scopes) {
        var claims = JwtClaimsSet.builder().subject(subject).issuedAt(Instant.now().minusSeconds(60))
                .expiresAt(Instant.now().plus(lifetime)).claim("scope", String.join(" ", scopes)).build();
        return new NimbusJwtEncoder(new ImmutableSecret<SecurityContext>(KEY))
                .encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims)).getTokenValue();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration",
            "org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration",
            "org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration",
            "org.springframework.boot.elasticsearch.autoconfigure.health.ElasticsearchRestHealthContributorAutoConfiguration"})
    @ComponentScan({"io.fairbridge.platform.graphql", "io.fairbridge.platform.web"})
    static class App {

        @Bean
        JwtDecoder jwtDecoder() {
            var decoder = NimbusJwtDecoder.withSecretKey(KEY).macAlgorithm(MacAlgorithm.HS256).build();
            decoder.setJwtValidator(new JwtTimestampValidator(Duration.ZERO));
            return decoder;
        }

        /// As the identity module does it.
        @Bean
        WebGraphQlInterceptor viewers() {
            return (request, chain) -> {
                var subject = Resolvers.subject();
                var viewer = new Viewer(subject, false, Locale.ENGLISH);
                request.configureExecutionInput((input, builder) -> builder.graphQLContext(Map.of(Viewer.CONTEXT_KEY, viewer)).build());
                return chain.next(request);
            };
        }

        @Bean
        RuntimeWiringConfigurer wiring() {
            return wiring -> {
                for (var scalar : new String[] {"DateTime", "Decimal", "CountryCode", "LanguageCode", "CurrencyCode", "LocaleTag"}) {
                    wiring.scalar(graphql.Scalars.GraphQLString.transform(each -> each.name(scalar)));
                }
            };
        }
    }

    record TestThing(int number, String owner) {
    }

    record TestTick(int number, @Nullable String subject, String padding) {
    }

    @Controller
    static class Resolvers {

        private final AtomicInteger resolved = new AtomicInteger();

        @QueryMapping
        int testResolved() {
            return resolved.get();
        }

        @QueryMapping
        int testWait(@Argument int millis) throws InterruptedException {
            resolved.incrementAndGet();
            Thread.sleep(millis);
            return millis;
        }

        @QueryMapping
        @Nullable Integer testFailure(@Argument String kind) throws Exception {
            throw failure(kind);
        }

        @QueryMapping
        @Nullable String testSubject() {
            return subject();
        }

        @QueryMapping
        List<TestThing> testThings(@ContextValue Viewer viewer) {
            return IntStream.range(0, 5).mapToObj(number -> new TestThing(number, viewer.signedIn())).toList();
        }

        @BatchMapping(typeName = "TestThing", field = "loadedFor")
        Map<TestThing, String> loadedFor(List<TestThing> things, @ContextValue Viewer viewer) {
            Thread.yield();
            return things.stream().collect(toMap(thing -> thing, thing -> viewer.signedIn()));
        }

        @QueryMapping
        String testLanguage(Locale locale) {
            return locale.toLanguageTag();
        }

        @SubscriptionMapping
        Flux<TestTick> testTicks(@Argument int count, @Argument int size) {
            var subject = subject();
            return Flux.fromStream(() -> IntStream.rangeClosed(1, count).boxed())
                    .map(number -> new TestTick(number, subject, "x".repeat(size)));
        }

        @SubscriptionMapping
        Flux<TestTick> testFlood() {
            return Flux.interval(Duration.ofMillis(1))
                    .map(number -> new TestTick(number.intValue(), null, "x".repeat(10_000)))
                    .onBackpressureBuffer(50);
        }

        @SubscriptionMapping
        Flux<TestTick> testSilence() {
            return Flux.never();
        }

        @SubscriptionMapping
        Flux<TestTick> testFailing(@Argument String kind) {
            return Flux.error(failure(kind));
        }

        private static @Nullable String subject() {
            var caller = SecurityContextHolder.getContext().getAuthentication();
            return caller == null || !caller.isAuthenticated() || "anonymousUser".equals(caller.getName()) ? null : caller.getName();
        }

        private static Exception failure(String kind) {
            return switch (kind) {
                case "bad" -> new BadRequest("At most 100.");
                case "nobody" -> new Unauthenticated();
                case "forbidden" -> new Forbidden();
                case "away" -> new Unavailable("The search index does not answer.");
                case "mongo" -> new DataAccessResourceFailureException("secret host 10.1.2.3");
                default -> new IllegalStateException("secret inner message");
            };
        }
    }
}
