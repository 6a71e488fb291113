package io.fairbridge.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// Work to do for one change of one document.
///
/// @param id          grows with time, so the oldest work is taken first
/// @param subject     id of the changed document
/// @param revision    the revision that the change makes; until the document has it, the work waits
/// @param leasedUntil nobody else takes the entry before
/// @param lessee      the worker that holds it
/// @param attempts    how often it was taken
@Document("outbox")
public record OutboxEntry(
        @Id String id, String subject, int revision, Instant createdAt, Instant leasedUntil, @Nullable String lessee, int attempts) {

    public Duration age(Instant now) {
        return Duration.between(createdAt, now);
    }
}
