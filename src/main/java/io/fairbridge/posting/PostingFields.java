package io.fairbridge.posting;

import static java.util.stream.Collectors.toCollection;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person or a file says of a posting, before it is checked.
public record PostingFields(
        @Nullable String language,
        @Nullable String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable List<String> markets,
        @Nullable Set<DeliveryMode> deliveryModes,
        @Nullable List<String> languages,
        @Nullable PriceInput price,
        @Nullable Instant validUntil) {

    /// The fields of a posting that is there already, to be changed.
    static PostingFields of(PostingContent content) {
        return new PostingFields(content.language().value(), content.title(), content.description(), content.category(),
                strings(content.markets()), content.deliveryModes(), strings(content.languages()),
                content.statedPrice().map(price -> new PriceInput(price.min(), price.max(), price.currency().getCurrencyCode())).orElse(null),
                content.validUntil());
    }

    private static List<String> strings(Collection<?> codes) {
        return codes.stream().map(Object::toString).sorted().collect(toCollection(ArrayList::new));
    }
}
