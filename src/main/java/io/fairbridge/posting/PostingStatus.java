package io.fairbridge.posting;

/// Where a posting is in its life. `EXPIRED` follows from the time and is never stored.
public enum PostingStatus {
    DRAFT, PUBLISHED, WITHDRAWN, EXPIRED
}
