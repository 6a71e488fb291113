package io.fairbridge.testing;

import io.fairbridge.platform.SearchServer;
import io.fairbridge.platform.embedded.EmbeddedElasticsearch;
import io.fairbridge.platform.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// One MongoDB and one Elasticsearch for all tests of this JVM.
class TestStores implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = "test" + CONTEXTS.incrementAndGet();
        TestPropertyValues.of(
                "spring.mongodb.uri=" + Shared.MONGO.uri(name),
                "spring.elasticsearch.uris=" + Shared.ELASTICSEARCH.uri(),
                "fairbridge.search.index-prefix=" + name).applyTo(context);
        context.addApplicationListener((ApplicationListener<ApplicationStartedEvent>) started ->
                awaitElasticsearch(started.getApplicationContext()));
    }

    private static void awaitElasticsearch(ConfigurableApplicationContext context) {
        if (!context.getBean(SearchServer.class).await(Duration.ofSeconds(90))) {
            throw new IllegalStateException("The Elasticsearch of the tests did not start");
        }
    }

    /// Started with the first context that asks.
    private static final class Shared {

        private static final Path FOLDER = emptyFolder();
        private static final EmbeddedElasticsearch ELASTICSEARCH =
                EmbeddedElasticsearch.start(FOLDER.resolve("elasticsearch"));
        private static final EmbeddedMongo MONGO = EmbeddedMongo.start(FOLDER.resolve("mongodb"));

        static {
            // Contexts close in a hook of their own and may still use the stores then: the kept ones end with the JVM.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                ELASTICSEARCH.close();
                FileSystemUtils.deleteRecursively(FOLDER.toFile());
            }));
        }

        private static Path emptyFolder() {
            try {
                return Files.createDirectories(Path.of("target/test-stores", "run" + ProcessHandle.current().pid()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
