package io.fairbridge;

import io.fairbridge.platform.embedded.EmbeddedStores;
import io.fairbridge.platform.start.Startup;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts Fairbridge.
@SpringBootApplication
public class Fairbridge {

    public static void main(String[] args) {
        Startup.run(Fairbridge.class, args, List.of(new EmbeddedStores()));
    }
}
