package io.fairbridge.notification;

import io.fairbridge.platform.PageRequest;
import java.util.Optional;

/// A place in an inbox. Numbers begin at 1 and leave none out, so a reader knows the id of the next entry before it exists,
/// and every read is a lookup by id.
record EntryId(String accountId, long number) {

    private static final int DIGITS = 10;

    /// The id of the document, which sorts by number within an account.
    String text() {
        var digits = Long.toString(number);
        return accountId + ":" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    String cursor() {
        return PageRequest.cursor(Long.toString(number));
    }

    /// The place with this text; empty when it is none.
    static Optional<EntryId> of(String text) {
        int colon = text.lastIndexOf(':');
        return colon < 1 || text.length() - colon - 1 != DIGITS
                ? Optional.empty()
                : number(text.substring(colon + 1)).map(number -> new EntryId(text.substring(0, colon), number));
    }

    /// The number that a cursor holds; empty when it holds none.
    static Optional<Long> number(String digits) {
        return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
