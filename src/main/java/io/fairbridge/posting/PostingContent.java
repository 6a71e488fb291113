package io.fairbridge.posting;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a posting says: the part that its owner writes and that is matched.
///
/// @param language      language of title and description
/// @param title         at most 150 characters
/// @param description   at most 8,000 characters, plain text
/// @param category      EBOPS 2010 code such as `SI2`; null only in a draft
/// @param markets       where the service is offered or needed; empty is anywhere
/// @param deliveryModes modes of supply offered or accepted; empty is any
/// @param languages     working languages offered or accepted; empty is any
/// @param price         price or budget; null is open
/// @param validUntil    the posting is off the market from then on; null is without end
public record PostingContent(
        LanguageCode language,
        String title,
        String description,
        @Nullable String category,
        Set<CountryCode> markets,
        Set<DeliveryMode> deliveryModes,
        Set<LanguageCode> languages,
        @Nullable Price price,
        @Nullable Instant validUntil) {

    public PostingContent {
        markets = Set.copyOf(markets);
        deliveryModes = Set.copyOf(deliveryModes);
        languages = Set.copyOf(languages);
    }

    public Optional<Price> statedPrice() {
        return Optional.ofNullable(price);
    }
}
