package io.fairbridge.notification;

/// Which of a match's two postings is the recipient's own.
enum Side {
    OFFERING, DEMAND, BOTH;

    Side and(Side other) {
        return this == other ? this : BOTH;
    }
}
