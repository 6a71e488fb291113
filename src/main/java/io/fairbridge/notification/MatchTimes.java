package io.fairbridge.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The way of a match to its recipient.
record MatchTimes(Instant postedAt, Instant matchedAt, @Nullable Instant deliveredAt, @Nullable Instant seenAt) {
}
