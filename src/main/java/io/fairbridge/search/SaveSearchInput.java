package io.fairbridge.search;

import io.fairbridge.posting.PostingKind;
import org.jspecify.annotations.Nullable;

record SaveSearchInput(String name, PostingKind kind, @Nullable String query, @Nullable PostingFilter filter, @Nullable Boolean alert) {
}
