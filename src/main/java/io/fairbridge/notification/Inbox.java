package io.fairbridge.notification;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// How far one account's inbox goes and what of it is read.
///
/// @param last     number of the newest entry; after a crash there may be more
/// @param revision counts the changes of `reads`
@Document("inboxes")
record Inbox(@Id String accountId, long last, ReadMarks reads, long revision) {

    static Inbox empty(String accountId) {
        return new Inbox(accountId, 0, ReadMarks.NONE, 0);
    }

    Inbox upTo(long number) {
        return new Inbox(accountId, Math.max(last, number), reads, revision);
    }

    Inbox marked(ReadMarks marks) {
        return new Inbox(accountId, last, marks, revision + 1);
    }

    int unread() {
        return Math.toIntExact(Math.max(0, last - reads.count()));
    }
}
