package io.fairbridge;

import io.fairbridge.platform.embedded.EmbeddedStores;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts Fairbridge.
@SpringBootApplication
public class Fairbridge {

    public static void main(String[] args) {
        var application = new SpringApplication(Fairbridge.class);
        application.addInitializers(new EmbeddedStores());
        application.run(args);
    }
}
