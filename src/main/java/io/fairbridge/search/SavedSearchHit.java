package io.fairbridge.search;

import io.fairbridge.posting.PostingKind;

/// A saved search with alert finds a posting that was just published or changed. Published synchronously while the change
/// is worked off, and again whenever that work is repeated: who listens must tell the owner once a search and posting.
///
/// @param accountId owner of the search
public record SavedSearchHit(
        String savedSearchId, String savedSearchName, String accountId, String postingId, PostingKind kind, String postingTitle) {
}
