package io.fairbridge.posting.importing;

import io.fairbridge.posting.Source;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What an imported row does to the postings that are there.
public enum ImportDecision {
    CREATED, UPDATED, UNCHANGED;

    private static final Comparator<Source> BY_RELEASE = Comparator
            .comparing(Source::releaseDate, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Source::releaseId, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    /// Releases of a tender are ordered by date, then by id: only a newer one updates. Rows without a release update
    /// when they say something else.
    ///
    /// @param existing where the posting with the same reference came from; null when there is none
    public static ImportDecision decide(@Nullable Source existing, Source incoming, boolean sameContent) {
        if (existing == null) {
            return CREATED;
        }
        if (!isRelease(existing) && !isRelease(incoming)) {
            return sameContent ? UNCHANGED : UPDATED;
        }
        return BY_RELEASE.compare(incoming, existing) > 0 ? UPDATED : UNCHANGED;
    }

    private static boolean isRelease(Source source) {
        return source.releaseDate() != null || source.releaseId() != null;
    }
}
