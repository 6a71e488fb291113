package io.fairbridge.testing;

import io.fairbridge.testing.ContainerStores.DockerIsThere;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/// Where Docker is, the tests' stores are the official images: MongoDB as a replica set, and Elasticsearch.
@TestConfiguration(proxyBeanMethods = false)
@Conditional(DockerIsThere.class)
class ContainerStores {

    @Bean(destroyMethod = "")
    @ServiceConnection
    static MongoDBContainer mongo() {
        return Shared.MONGO;
    }

    @Bean(destroyMethod = "")
    @ServiceConnection
    static ElasticsearchContainer elasticsearch() {
        return Shared.ELASTICSEARCH;
    }

    /// Started with the first context, kept for all; Testcontainers removes them when the JVM ends.
    private static final class Shared {

        private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0").withReplicaSet();
        private static final ElasticsearchContainer ELASTICSEARCH =
                new ElasticsearchContainer("elasticsearch:9.5.3")
                        .withEnv("xpack.security.enabled", "false")
                        .withEnv("action.auto_create_index", "false")
                        .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");

        static {
            MONGO.start();
            ELASTICSEARCH.start();
        }
    }

    static final class DockerIsThere implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return TestStores.inContainers();
        }
    }
}
