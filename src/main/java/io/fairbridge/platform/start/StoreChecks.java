package io.fairbridge.platform.start;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Asks a store that a setting names for a sign of life as soon as its client is made, before anyone works with it.
@Configuration(proxyBeanMethods = false)
class StoreChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CONNECTING = Duration.ofSeconds(3);

    @Bean
    static BeanPostProcessor storeCheck(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                switch (bean) {
                    case MongoClient client -> check(client);
                    // The embedded Elasticsearch is never up at this time.
                    case Rest5Client client when environment.containsProperty("spring.elasticsearch.uris") ->
                            check(client);
                    default -> {}
                }
                return bean;
            }
        };
    }

    /// The driver's own half a minute is too long for a request that waits. What the connection string says stays.
    @Bean
    MongoClientSettingsBuilderCustomizer mongoPatience(MongoConnectionDetails connection) {
        var uri = connection.getConnectionString();
        return settings -> settings
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                        millis(uri.getServerSelectionTimeout(), PATIENCE), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(
                        millis(uri.getConnectTimeout(), CONNECTING), TimeUnit.MILLISECONDS));
    }

    private static int millis(@Nullable Integer set, Duration otherwise) {
        return set == null ? (int) otherwise.toMillis() : set;
    }

    private static void check(MongoClient client) {
        var hosts = client.getClusterDescription().getClusterSettings().getHosts();
        try {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        } catch (MongoSecurityException e) {
            throw new StartRefused(
                    "MongoDB at %s refuses these credentials: check SPRING_MONGODB_URI.".formatted(ReachCheck.join(hosts)));
        } catch (MongoException e) {
            throw ReachCheck.mongoAway(hosts);
        }
    }

    private static void check(Rest5Client client) {
        var hosts = client.getNodes().stream().map(node -> node.getHost().toHostString()).toList();
        var answer = new CompletableFuture<Response>();
        var request = client.performRequestAsync(new Request("GET", "/_cluster/health"), new Completing(answer));
        try {
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ResponseException refused ? refused(hosts, refused) : ReachCheck.elasticsearchAway(hosts);
        } catch (TimeoutException e) {
            request.cancel();
            throw ReachCheck.elasticsearchAway(hosts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ReachCheck.elasticsearchAway(hosts);
        }
    }

    private static StartRefused refused(List<String> hosts, ResponseException answer) {
        return new StartRefused("Elasticsearch at %s answers with status %d: check its state and SPRING_ELASTICSEARCH_*."
                .formatted(ReachCheck.join(hosts), answer.getResponse().getStatusCode()));
    }

    private record Completing(CompletableFuture<Response> answer) implements ResponseListener {

        @Override
        public void onSuccess(Response response) {
            answer.complete(response);
        }

        @Override
        public void onFailure(Exception failure) {
            answer.completeExceptionally(failure);
        }
    }
}
