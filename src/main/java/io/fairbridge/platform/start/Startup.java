package io.fairbridge.platform.start;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;

/// Starts the application, or says in one sentence why not and ends with a code that is not zero.
public final class Startup {

    private Startup() {}

    /// Returns once the application serves. The preparations come first of all, in their order, after the checks that
    /// the port is free and the stores that settings name are there.
    public static void run(
            Class<?> application, String[] arguments, List<ApplicationContextInitializer<?>> preparations) {
        // The tokenizer library calls home unless it is told not to, before its first use.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        var spring = new SpringApplication(application);
        spring.addInitializers(new PortCheck(), new ReachCheck());
        preparations.forEach(spring::addInitializers);
        try {
            spring.run(arguments);
        } catch (RuntimeException alreadyTold) {
            System.exit(1);
        }
    }
}
