package io.fairbridge.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.Price;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.search.profile.Place;
import io.fairbridge.search.profile.PostingProfile;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final List<PostingProfile> PROFILES = SamplePostings.profiles();

    @Test
    void givenAnyPair_whenScoring_thenTheReasonsSumToAScoreBetweenZeroAndAHundred() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var offering = varied(PROFILES.get(random.nextInt(PROFILES.size())), random);
            var demand = varied(PROFILES.get(random.nextInt(PROFILES.size())), random);

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

    @Test
    void givenTheSamePairTwice_whenScoring_thenTheScoreIsTheSameAlsoFromStoredProfiles() {
        var offering = PROFILES.getFirst();
        var demand = PROFILES.getLast();

        var stored = SamplePostings.SCORER.score(PostingProfile.decode(offering.encode()), PostingProfile.decode(demand.encode()));

        assertThat(stored).isEqualTo(SamplePostings.SCORER.score(offering, demand));
    }

    @Test
    void givenAnOfferingThatFitsMore_whenScoring_thenTheScoreIsNotLower() {
        var random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            var offering = varied(PROFILES.get(random.nextInt(PROFILES.size())), random);
            var demand = varied(PROFILES.get(random.nextInt(PROFILES.size())), random);
            int before = SamplePostings.SCORER.score(offering, demand).points();

            assertThat(SamplePostings.SCORER.score(servingAllMarketsOf(offering, demand), demand).points()).isGreaterThanOrEqualTo(before);
            assertThat(SamplePostings.SCORER.score(workingAsWantedBy(offering, demand), demand).points()).isGreaterThanOrEqualTo(before);
            assertThat(SamplePostings.SCORER.score(speakingAll(offering, demand), demand).points()).isGreaterThanOrEqualTo(before);
            assertThat(SamplePostings.SCORER.score(filedAs(offering, demand.category()), demand).points()).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void givenADemandAndItsOfferingInOtherLanguages_whenScoring_thenThePairIsNotifiedAndUnrelatedOnesAreNot() {
        var employer = SamplePostings.profile(SamplePostings.OFFERINGS.get(0));
        var shipyard = SamplePostings.profile(SamplePostings.OFFERINGS.get(2));
        var hiring = SamplePostings.profile(SamplePostings.DEMANDS.get(0));
        var docking = SamplePostings.profile(SamplePostings.DEMANDS.get(1));

        assertThat(SamplePostings.SCORER.score(employer, hiring).points()).isGreaterThanOrEqualTo(60);
        assertThat(SamplePostings.SCORER.score(shipyard, docking).points()).isGreaterThanOrEqualTo(60);
        assertThat(SamplePostings.SCORER.score(employer, docking).points()).isLessThan(40);
        assertThat(SamplePostings.SCORER.score(shipyard, hiring).points()).isLessThan(40);
    }

    @Test
    void givenSharedConceptsAcrossLanguages_whenScoring_thenTheEvidenceQuotesBothTexts() {
        var offering = SamplePostings.OFFERINGS.get(0);
        var demand = SamplePostings.DEMANDS.get(0);

        var score = SamplePostings.SCORER.score(SamplePostings.profile(offering), SamplePostings.profile(demand));

        var shared = score.reasons().stream().filter(reason -> reason.kind() == ReasonKind.SHARED_CONCEPT).findFirst().orElseThrow();
        assertThat(shared.evidence()).isNotEmpty().allSatisfy(evidence -> {
            var posting = evidence.side() == PostingKind.OFFERING ? offering : demand;
            var field = evidence.field() == Place.Field.TITLE ? posting.title() : posting.description();
            assertThat(field.substring(evidence.start(), evidence.end())).isEqualTo(evidence.text());
        });
        assertThat(shared.summary(Locale.ENGLISH)).containsIgnoringCase("employer of record");
        assertThat(shared.summary(Locale.CHINESE)).contains("雇主");
    }

    @Test
    void givenAMissedMarketAndBudget_whenScoring_thenTheReasonsSaySoInBothLanguages() {
        var offering = withPrice(SamplePostings.profile(SamplePostings.OFFERINGS.get(2)), 2_000_000, 3_000_000);
        var demand = withMarkets(SamplePostings.profile(SamplePostings.DEMANDS.get(1)), Set.of(new CountryCode("NL")));

        var reasons = SamplePostings.SCORER.score(offering, demand).reasons();

        assertThat(reasons).filteredOn(reason -> reason.kind() == ReasonKind.MARKET).singleElement().satisfies(reason -> {
            assertThat(reason.points()).isNegative();
            assertThat(reason.summary(Locale.ENGLISH)).contains("Netherlands");
            assertThat(reason.summary(Locale.CHINESE)).contains("荷兰");
        });
        assertThat(reasons).filteredOn(reason -> reason.kind() == ReasonKind.PRICE).singleElement().satisfies(reason ->
                assertThat(reason.summary(Locale.ENGLISH)).isEqualTo("Price USD 2,000,000–3,000,000 is above the budget USD ≤ 900,000"));
    }

    private static PostingProfile varied(PostingProfile profile, Random random) {
        var other = PROFILES.get(random.nextInt(PROFILES.size()));
        return new PostingProfile(profile.language(), profile.country(), profile.title(), profile.body(), profile.terms(),
                profile.englishTerms(), profile.concepts(), random.nextInt(4) == 0 ? null : other.category(),
                random.nextInt(4) == 0 ? Set.of() : other.markets(), random.nextInt(4) == 0 ? Set.of() : other.deliveryModes(),
                random.nextInt(4) == 0 ? Set.of() : other.languages(), other.price());
    }

    private static PostingProfile servingAllMarketsOf(PostingProfile offering, PostingProfile demand) {
        return offering.markets().isEmpty() || demand.markets().isEmpty() ? offering : withMarkets(offering, both(offering.markets(), demand.markets()));
    }

    private static PostingProfile withMarkets(PostingProfile profile, Set<CountryCode> markets) {
        return fields(profile, profile.category(), markets, profile.deliveryModes(), profile.languages(), profile.price());
    }

    private static PostingProfile workingAsWantedBy(PostingProfile offering, PostingProfile demand) {
        Set<DeliveryMode> modes = offering.deliveryModes().isEmpty() ? Set.of() : both(offering.deliveryModes(), demand.deliveryModes());
        return fields(offering, offering.category(), offering.markets(), modes, offering.languages(), offering.price());
    }

    private static PostingProfile speakingAll(PostingProfile offering, PostingProfile demand) {
        Set<LanguageCode> languages = offering.languages().isEmpty() ? Set.of() : both(offering.languages(), demand.languages());
        return fields(offering, offering.category(), offering.markets(), offering.deliveryModes(), languages, offering.price());
    }

    private static PostingProfile filedAs(PostingProfile offering, String category) {
        return category == null ? offering
                : fields(offering, category, offering.markets(), offering.deliveryModes(), offering.languages(), offering.price());
    }

    private static PostingProfile withPrice(PostingProfile profile, int min, int max) {
        return fields(profile, profile.category(), profile.markets(), profile.deliveryModes(), profile.languages(),
                new Price(BigDecimal.valueOf(min), BigDecimal.valueOf(max), Currency.getInstance("USD")));
    }

    private static PostingProfile fields(PostingProfile profile, String category, Set<CountryCode> markets,
            Set<DeliveryMode> modes, Set<LanguageCode> languages, Price price) {
        return new PostingProfile(profile.language(), profile.country(), profile.title(), profile.body(), profile.terms(),
                profile.englishTerms(), profile.concepts(), category, markets, modes, languages, price);
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
