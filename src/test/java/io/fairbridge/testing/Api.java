package io.fairbridge.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// GraphQL over HTTP, as one caller in one language.
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String root;
    private final @Nullable String token;
    private final String language;

    private Api(String root, @Nullable String token, String language) {
        this.root = root;
        this.token = token;
        this.language = language;
    }

    /// Nobody in particular, reading English.
    public static Api at(int port) {
        return new Api("http://127.0.0.1:" + port, null, "en");
    }

    public Api with(String newToken) {
        return new Api(root, newToken, language);
    }

    public Api reading(String newLanguage) {
        return new Api(root, token, newLanguage);
    }

    public Api anonymous() {
        return new Api(root, null, language);
    }

    public String token() {
        return java.util.Objects.requireNonNull(token);
    }

    public URI socket() {
        return URI.create(root.replace("http", "ws") + "/graphql");
    }

    /// @param namesAndValues the variables: a name, a value, a name, a value …
    public Reply ask(String document, @Nullable Object... namesAndValues) {
        var variables = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ask(document, variables);
    }

    public Reply ask(String document, Map<String, ?> variables) {
        var request = HttpRequest.newBuilder(URI.create(root + "/graphql"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// An answer.
    public record Reply(int status, JsonNode body) {

        /// What lies at this place below `data`, such as `/node/title`.
        public JsonNode at(String pointer) {
            return body.at("/data" + pointer);
        }

        public String text(String pointer) {
            return at(pointer).asString();
        }

        /// The whole answer, which must be without top-level errors.
        public Reply clean() {
            if (!body.path("errors").isMissingNode() || status != 200) {
                throw new AssertionError("Unexpected errors: " + body);
            }
            return this;
        }

        /// `extensions.code` of the top-level errors.
        public List<String> codes() {
            return body.path("errors").valueStream().map(error -> error.at("/extensions/code").asString()).toList();
        }

        /// The user errors of the one mutation asked, each as `CODE path.to.field`.
        public List<String> problems() {
            return payload().path("errors").valueStream()
                    .map(error -> error.path("code").asString() + " " + String.join(".", error.path("path").valueStream().map(JsonNode::asString).toList()))
                    .map(String::strip).toList();
        }

        public List<String> messages() {
            return payload().path("errors").valueStream().map(error -> error.path("message").asString()).toList();
        }

        private JsonNode payload() {
            clean();
            return body.path("data").valueStream().findFirst().orElseThrow();
        }
    }
}
