package io.fairbridge.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Outboxes of their own for tests, as on several nodes: each has a worker's name of its own.
public final class Outboxes {

    public static final Duration LEASE = Duration.ofSeconds(15);
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Outboxes() {
    }

    public static Outbox outbox(MongoTemplate mongo, int batch, Clock clock) {
        return new Outbox(mongo, new OutboxProperties(batch, LEASE, Duration.ofMillis(20), PATIENCE), () -> new ObjectId().toHexString(), clock,
                new SimpleMeterRegistry());
    }
}
