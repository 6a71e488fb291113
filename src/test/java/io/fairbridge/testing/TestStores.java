package io.fairbridge.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.DockerClientFactory;

/// Gives each context a database and an index prefix on the one MongoDB and the one Elasticsearch of this JVM.
class TestStores implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = "test" + CONTEXTS.incrementAndGet();
        TestPropertyValues.of("fairbridge.search.index-prefix=" + name, "spring.mongodb.database=" + name)
                .and(inContainers() ? new String[0] : EmbeddedTestStores.properties(name))
                .applyTo(context);
    }

    static boolean inContainers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
