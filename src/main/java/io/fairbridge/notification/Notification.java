package io.fairbridge.notification;

import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.GlobalNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry as its recipient sees it.
record Notification(Entry entry, Surroundings surroundings) implements GlobalNode {

    @Override
    public GlobalId globalId() {
        return entry.globalId();
    }

    String cursor() {
        return entry.id().cursor();
    }

    long number() {
        return entry.number();
    }

    @Nullable Instant readAt() {
        return surroundings.readAt(entry).orElse(null);
    }

    Notification delivered(Instant at) {
        return new Notification(entry.delivered(at), surroundings);
    }
}
