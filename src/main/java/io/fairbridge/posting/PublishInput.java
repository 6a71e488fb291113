package io.fairbridge.posting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `PublishOfferingInput` and `PublishDemandInput`: the same fields for the two sides.
public record PublishInput(
        String organisationId,
        String language,
        String title,
        String description,
        String category,
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
