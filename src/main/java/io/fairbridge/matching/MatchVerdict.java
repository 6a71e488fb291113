package io.fairbridge.matching;

/// What a side can think of a match.
public enum MatchVerdict {
    SHORTLIST, DISMISS
}
