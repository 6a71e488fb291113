package io.fairbridge.matching;

/// How one side stands to a match.
public enum MatchStatus {
    SUGGESTED, SHORTLISTED, DISMISSED, CONTACTED
}
