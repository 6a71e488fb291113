package io.fairbridge.search;

import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.posting.PostingKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// A search that a person keeps.
///
/// @param query words; null when it only filters
/// @param alert whether its owner is notified of every new posting that it finds
@Document("savedSearches")
public record SavedSearch(
        @Id String id, String accountId, String name, PostingKind kind, @Nullable String query, PostingFilter filter, boolean alert,
        Instant createdAt) implements GlobalNode {

    /// Name of the type in the schema.
    public static final String TYPE = "SavedSearch";

    @Override
    public GlobalId globalId() {
        return new GlobalId(TYPE, id);
    }
}
