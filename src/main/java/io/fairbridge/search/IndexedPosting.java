package io.fairbridge.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A posting as the index holds it. Boxed types, because the client reads absent values as null.
///
/// @param party       who stands behind it, so that nobody is matched with oneself
/// @param category    its code and those above it, without the root
/// @param titleTerms  words of the title, separated by blanks: analysed here, not in Elasticsearch
/// @param titleGloss  English words that a dictionary gives for a Chinese title
/// @param bigrams     neighbouring pairs of Chinese characters, in their order
/// @param vector      meaning of title and description; not read back
/// @param profile     everything that scoring needs, in base64
/// @param publishedAt milliseconds since 1970
/// @param validUntil  milliseconds since 1970; null is without end
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndexedPosting(
        String id,
        String kind,
        String organisationId,
        String party,
        Integer revision,
        String country,
        @Nullable List<String> category,
        @Nullable List<String> markets,
        @Nullable List<String> deliveryModes,
        @Nullable List<String> languages,
        @Nullable List<String> fairIds,
        @Nullable String titleTerms,
        @Nullable String bodyTerms,
        @Nullable String titleGloss,
        @Nullable String bodyGloss,
        @Nullable String titleConcepts,
        @Nullable String bodyConcepts,
        @Nullable String bigrams,
        float @Nullable [] vector,
        @Nullable String profile,
        Long publishedAt,
        @Nullable Long changedAt,
        @Nullable Long validUntil) {
}
