package io.fairbridge.notification;

import io.fairbridge.platform.GlobalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// News in an inbox. Nothing of it changes but the time of its delivery.
///
/// @param deliveredAt when it was first sent or read; kept for matches
record Entry(EntryId id, News news, Instant createdAt, @Nullable Instant deliveredAt) {

    String key() {
        return new Message(id.accountId(), news).key();
    }

    GlobalId globalId() {
        return new GlobalId(news.type(), id.text());
    }

    long number() {
        return id.number();
    }

    Entry delivered(Instant at) {
        return new Entry(id, news, createdAt, at);
    }
}
