package io.fairbridge.platform.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Refuses a port that is taken before anything else has begun.
final class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var port = context.getEnvironment().getProperty("server.port", Integer.class, 8080);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(context.getEnvironment(), Math.max(port, 0)));
        } catch (IOException e) {
            throw refused(port);
        }
    }

    static StartRefused refused(int port) {
        return new StartRefused(("Port %d cannot be used, most likely because another program listens on it: stop that"
                + " program, or set SERVER_PORT to a free port.").formatted(port));
    }

    private static InetSocketAddress address(Environment environment, int port) {
        var host = environment.getProperty("server.address");
        return host == null ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    }
}
