package io.fairbridge.testing;

import static org.awaitility.Awaitility.await;

import io.fairbridge.platform.embedded.EmbeddedElasticsearch;
import io.fairbridge.platform.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/// The embedded stores of all tests, started with the first context that asks and ended with the JVM.
final class EmbeddedTestStores {

    private static final Path FOLDER = emptyFolder();
    private static final EmbeddedElasticsearch ELASTICSEARCH =
            EmbeddedElasticsearch.start(FOLDER.resolve("elasticsearch"));
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start(FOLDER.resolve("mongodb"));

    static {
        // MongoDB stays: contexts are closed in a hook of their own and may still use it.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            ELASTICSEARCH.close();
            FileSystemUtils.deleteRecursively(FOLDER.toFile());
        }));
    }

    private EmbeddedTestStores() {}

    static String[] properties(String database) {
        await().atMost(Duration.ofMinutes(3)).until(EmbeddedTestStores::answers);
        return new String[] {
            "spring.mongodb.uri=" + MONGO.uri(database), "spring.elasticsearch.uris=" + ELASTICSEARCH.uri()
        };
    }

    private static boolean answers() throws InterruptedException {
        var health = URI.create(ELASTICSEARCH.uri() + "/_cluster/health");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path emptyFolder() {
        try {
            return Files.createDirectories(Path.of("target/test-stores", "run" + ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
