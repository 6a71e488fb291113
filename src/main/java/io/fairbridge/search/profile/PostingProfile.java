package io.fairbridge.search.profile;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.Price;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything of one posting that a score depends on. Equal postings have equal profiles; a profile can be written to
/// bytes and read back without change.
///
/// @param language      of the posting's text
/// @param country       where its organisation sits
/// @param title         the meaning of the title
/// @param body          the meaning of title and description together
/// @param terms         the words of title and description; a word of the title counts twice
/// @param englishTerms  the English words that a dictionary gives for a Chinese text; empty for other languages
/// @param concepts      the glossary's concepts named there
/// @param category      null when the posting names none
/// @param markets       empty is anywhere
/// @param deliveryModes empty is any
/// @param languages     empty is any
/// @param price         null is open
public record PostingProfile(
        LanguageCode language,
        CountryCode country,
        Meaning title,
        Meaning body,
        List<ProfileTerm> terms,
        List<ProfileTerm> englishTerms,
        List<ProfileConcept> concepts,
        @Nullable String category,
        Set<CountryCode> markets,
        Set<DeliveryMode> deliveryModes,
        Set<LanguageCode> languages,
        @Nullable Price price) {

    public PostingProfile {
        terms = List.copyOf(terms);
        englishTerms = List.copyOf(englishTerms);
        concepts = List.copyOf(concepts);
        markets = Set.copyOf(markets);
        deliveryModes = Set.copyOf(deliveryModes);
        languages = Set.copyOf(languages);
    }

    public Optional<String> statedCategory() {
        return Optional.ofNullable(category);
    }

    public Optional<Price> statedPrice() {
        return Optional.ofNullable(price);
    }

    /// The words in which this posting can be compared with one in another language.
    public List<ProfileTerm> termsInEnglish() {
        return language.equals(LanguageCode.CHINESE) ? englishTerms : terms;
    }

    /// The vector of title and description for the vector field of the index, of unit length.
    public float[] vector() {
        return body.vector();
    }

    /// A compact form; `decode` gives back an equal profile.
    public byte[] encode() {
        return ProfileCodec.encode(this);
    }

    /// @throws IllegalArgumentException when the bytes are of another version of this class: build the profile anew
    public static PostingProfile decode(byte[] bytes) {
        return ProfileCodec.decode(bytes);
    }
}
