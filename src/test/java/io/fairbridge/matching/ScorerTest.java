package io.fairbridge.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.search.profile.PostingProfile;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final List<PostingProfile> PROFILES = SamplePostings.profiles();

    @Test
    void givenAnyPair_whenScoring_thenTheReasonsSumToAScoreBetweenZeroAndAHundred() {
        for (var offering : PROFILES) {
            for (var demand : PROFILES) {
                var score = SamplePostings.SCORER.score(offering, demand);

                assertThat(score.points()).isBetween(0, 100)
                        .isEqualTo(score.reasons().stream().mapToInt(Reason::points).sum());
                assertThat(score.reasons()).allSatisfy(reason -> {
                    assertThat(reason.points()).isLessThanOrEqualTo(reason.kind() == ReasonKind.MEANING ? 55 : 100);
                    assertThat(reason.summary(Locale.ENGLISH)).isNotBlank();
                    assertThat(reason.summary(Locale.CHINESE)).isNotBlank();
                });
                assertThat(score.reasons()).extracting(Reason::kind).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void givenTheSamePairTwice_whenScoring_thenTheScoreIsTheSameAlsoFromStoredProfiles() {
        var offering = PROFILES.getFirst();
        var demand = PROFILES.getLast();

        var stored = SamplePostings.SCORER.score(PostingProfile.decode(offering.encode()), PostingProfile.decode(demand.encode()));

        assertThat(stored).isEqualTo(SamplePostings.SCORER.score(offering, demand));
    }
}
