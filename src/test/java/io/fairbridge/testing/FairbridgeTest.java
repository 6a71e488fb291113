package io.fairbridge.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole application on a free port of this machine, on real stores: containers where Docker is, the embedded
/// stores elsewhere. All tests share one MongoDB and one Elasticsearch, both up when a test begins; each application
/// context has a database and an index prefix (`fairbridge.search.index-prefix`) of its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Without Docker Testcontainers says so at length.
        properties = {"server.address=127.0.0.1", "logging.level.org.testcontainers.dockerclient=off"})
@Import(ContainerStores.class)
@ContextConfiguration(initializers = TestStores.class)
public @interface FairbridgeTest {}
