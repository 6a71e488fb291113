package io.fairbridge.search;

import io.fairbridge.posting.PostingKind;

/// A saved search with alert finds a posting; one of [SavedSearchHits].
///
/// @param accountId owner of the search
public record SavedSearchHit(
        String savedSearchId, String savedSearchName, String accountId, String postingId, PostingKind kind, String postingTitle) {
}
