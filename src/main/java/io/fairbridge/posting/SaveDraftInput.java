package io.fairbridge.posting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record SaveDraftInput(
        String organisationId,
        PostingKind kind,
        String language,
        @Nullable String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable List<String> markets,
        @Nullable Set<DeliveryMode> deliveryModes,
        @Nullable List<String> languages,
        @Nullable PriceInput price,
        @Nullable Instant validUntil,
        @Nullable String clientMutationId) {

    PostingFields fields() {
        return new PostingFields(language, title, description, category, markets, deliveryModes, languages, price, validUntil);
    }
}
