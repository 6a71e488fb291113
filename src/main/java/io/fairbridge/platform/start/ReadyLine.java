package io.fairbridge.platform.start;

import io.fairbridge.platform.SearchServer;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Says where to go, once everything answers.
@Component
class ReadyLine {

    private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);
    private static final Duration WAITING = Duration.ofMinutes(5);

    private final SearchServer searchServer;
    private final Environment environment;
    private final Clock clock;

    ReadyLine(SearchServer searchServer, Environment environment, Clock clock) {
        this.searchServer = searchServer;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenServing() {
        Thread.ofVirtual().name("ready-line").start(() -> {
            if (searchServer.await(WAITING)) {
                log.info("Fairbridge is ready at http://localhost:{} after {} s",
                        environment.getProperty("local.server.port"), secondsSinceStart());
            }
        });
    }

    private String secondsSinceStart() {
        var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        return "%.1f".formatted(Duration.between(started, clock.instant()).toMillis() / 1000.0);
    }
}
