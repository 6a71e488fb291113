package io.fairbridge.search;

import java.util.List;

/// Saved searches with alert find postings that were just published or changed. Published synchronously while the changes
/// are worked off, and again whenever that work is repeated: who listens must tell each owner once a search and posting.
public record SavedSearchHits(List<SavedSearchHit> hits) {

    public SavedSearchHits {
        hits = List.copyOf(hits);
    }
}
