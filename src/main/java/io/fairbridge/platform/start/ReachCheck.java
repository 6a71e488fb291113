package io.fairbridge.platform.start;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Refuses a store that a setting names and that nobody listens for, before anything else has begun.
/// [StoreChecks] asks more of it later.
final class ReachCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// A store that is started together with the application may need a moment.
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var mongo = mongoHosts(context.getEnvironment());
        if (!reached(mongo)) {
            throw mongoAway(mongo);
        }
        var elasticsearch = elasticsearchHosts(context.getEnvironment());
        if (!reached(elasticsearch)) {
            throw elasticsearchAway(elasticsearch);
        }
    }

    static StartRefused mongoAway(List<?> hosts) {
        return new StartRefused(("MongoDB at %s cannot be reached: start it, or correct SPRING_MONGODB_URI"
                + " (without that setting Fairbridge uses its own).").formatted(join(hosts)));
    }

    static StartRefused elasticsearchAway(List<?> hosts) {
        return new StartRefused(("Elasticsearch at %s cannot be reached: start it, or correct SPRING_ELASTICSEARCH_URIS"
                + " (without that setting Fairbridge uses its own).").formatted(join(hosts)));
    }

    static String join(List<?> hosts) {
        return String.join(", ", hosts.stream().map(Object::toString).toList());
    }

    private static List<ServerAddress> mongoHosts(Environment environment) {
        var uri = environment.getProperty("spring.mongodb.uri", "");
        // Names of a mongodb+srv address are looked up by the driver.
        return uri.startsWith("mongodb://")
                ? new ConnectionString(uri).getHosts().stream().map(ServerAddress::new).toList()
                : List.of();
    }

    private static List<ServerAddress> elasticsearchHosts(Environment environment) {
        return Stream.of(Binder.get(environment).bind("spring.elasticsearch.uris", String[].class).orElse(new String[0]))
                .map(uri -> URI.create(uri.contains("://") ? uri : "http://" + uri))
                .map(uri -> new ServerAddress(uri.getHost(), port(uri)))
                .toList();
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }

    private static boolean reached(List<ServerAddress> hosts) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!hosts.isEmpty() && hosts.stream().noneMatch(ReachCheck::accepts)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(ServerAddress host) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.getHost(), host.getPort()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
