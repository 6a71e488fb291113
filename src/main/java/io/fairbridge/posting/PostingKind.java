package io.fairbridge.posting;

/// The two sides of trade.
public enum PostingKind {
    OFFERING, DEMAND;

    /// The side a posting of this kind is matched with.
    public PostingKind otherSide() {
        return this == OFFERING ? DEMAND : OFFERING;
    }
}
