package io.fairbridge.posting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.graphql.data.ArgumentValue;

/// A change: what is left out stays, what is null is emptied.
record UpdatePostingInput(
        String id,
        int expectedRevision,
        ArgumentValue<String> language,
        ArgumentValue<String> title,
        ArgumentValue<String> description,
        ArgumentValue<String> category,
        ArgumentValue<List<String>> markets,
        ArgumentValue<Set<DeliveryMode>> deliveryModes,
        ArgumentValue<List<String>> languages,
        ArgumentValue<PriceInput> price,
        ArgumentValue<Instant> validUntil) {

    PostingFields over(PostingContent content) {
        var before = PostingFields.of(content);
        return new PostingFields(
                language.isOmitted() ? before.language() : language.value(),
                title.isOmitted() ? before.title() : title.value(),
                description.isOmitted() ? before.description() : description.value(),
                category.isOmitted() ? before.category() : category.value(),
                markets.isOmitted() ? before.markets() : markets.value(),
                deliveryModes.isOmitted() ? before.deliveryModes() : deliveryModes.value(),
                languages.isOmitted() ? before.languages() : languages.value(),
                price.isOmitted() ? before.price() : price.value(),
                validUntil.isOmitted() ? before.validUntil() : validUntil.value());
    }
}
