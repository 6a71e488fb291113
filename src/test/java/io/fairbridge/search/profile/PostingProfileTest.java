package io.fairbridge.search.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairbridge.matching.SamplePostings;
import org.junit.jupiter.api.Test;

class PostingProfileTest {

    @Test
    void givenProfiles_whenWrittenAndReadBack_thenNothingHasChanged() {
        for (var profile : SamplePostings.profiles()) {
            var read = PostingProfile.decode(profile.encode());

            assertThat(read).isEqualTo(profile);
        }
    }

    @Test
    void givenAProfile_whenTakingItsVector_thenItHasLengthOne() {
        for (var profile : SamplePostings.profiles()) {
            double squares = 0;
            for (float value : profile.vector()) {
                squares += value * value;
            }
            assertThat(squares).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void givenTheSamePostingTwice_whenProfiling_thenTheProfilesAreEqual() {
        assertThat(SamplePostings.profile(SamplePostings.OFFERINGS.getFirst()))
                .isEqualTo(SamplePostings.profile(SamplePostings.OFFERINGS.getFirst()));
    }

    @Test
    void givenConceptsAndTerms_whenProfiling_thenTheirPlacesQuoteTheText() {
        for (var posting : SamplePostings.all()) {
            var profile = SamplePostings.profile(posting);
            profile.terms().forEach(term -> assertQuoted(posting, term.place()));
            profile.concepts().forEach(concept -> assertQuoted(posting, concept.place()));
        }
    }

    private static void assertQuoted(io.fairbridge.posting.PostingContent posting, Place place) {
        var field = place.field() == Place.Field.TITLE ? posting.title() : posting.description();
        assertThat(field.substring(place.start(), place.end())).isEqualTo(place.text());
    }
}
