package io.fairbridge.matching;

import io.fairbridge.matching.Features.Measured;
import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.search.profile.Place;
import io.fairbridge.search.profile.PostingProfile;
import io.fairbridge.taxonomy.Glossary;
import io.fairbridge.taxonomy.ServiceCategories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Says how well an offering and a demand fit, and why. A score depends on the two profiles and on fixed tables, and on
/// nothing else.
@Component
public final class Scorer {

    private static final int WORDS_NAMED = 4;
    private static final int CONCEPTS_NAMED = 3;

    /// A shared word that weighs less is in every third posting and explains nothing.
    private static final double WORTH_NAMING = 2.5;

    private static final Set<String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .flatMap(code -> Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE).map(reader -> Locale.of("", code).getDisplayCountry(reader)))
            .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

    private final ServiceCategories categories;
    private final Glossary glossary;
    private final Features features;
    private final Weights weights;

    @Autowired
    public Scorer(ServiceCategories categories, Glossary glossary) {
        this(categories, glossary, new Features(categories, TermFrequencies.bundled()), Weights.bundled());
    }

    Scorer(ServiceCategories categories, Glossary glossary, Features features, Weights weights) {
        this.categories = categories;
        this.glossary = glossary;
        this.features = features;
        this.weights = weights;
    }

    /// A reason and what it is worth before rounding.
    private record Weighed(Reason reason, double worth) {
    }

    public Score score(PostingProfile offering, PostingProfile demand) {
        var measured = features.measure(offering, demand);
        var weighed = new ArrayList<Weighed>();
        meaning(measured).ifPresent(weighed::add);
        concepts(measured, offering, demand).ifPresent(weighed::add);
        words(measured, offering, demand).ifPresent(weighed::add);
        category(measured, offering, demand).ifPresent(weighed::add);
        market(measured, offering, demand).ifPresent(weighed::add);
        mode(measured, offering, demand).ifPresent(weighed::add);
        language(measured, offering, demand).ifPresent(weighed::add);
        price(measured, offering, demand).ifPresent(weighed::add);
        return sum(weighed);
    }

    /// Rounds each reason by itself. What speaks against a pair cannot take more than what speaks for it has given:
    /// so the sum never falls below 0, and the reasons' ceilings keep it from passing 100.
    private static Score sum(List<Weighed> weighed) {
        int left = weighed.stream().mapToInt(reason -> (int) Math.max(0, Math.round(reason.worth()))).sum();
        var reasons = new ArrayList<Reason>();
        for (var reason : weighed) {
            int points = (int) Math.round(reason.worth());
            if (points < 0) {
                points = -Math.min(left, -points);
                left += points;
            }
            reasons.add(reason.reason().worth(points));
        }
        reasons.sort(Comparator.comparingInt((Reason reason) -> Math.abs(reason.points())).reversed()
                .thenComparing(Reason::kind));
        return new Score(reasons, weighed.stream().mapToDouble(Weighed::worth).sum());
    }

    private Weighed weighed(ReasonKind kind, Measured measured, List<String> args) {
        return new Weighed(new Reason(kind, 0, args, List.of()), weights.sum(kind, measured.values()));
    }

    private Optional<Weighed> meaning(Measured measured) {
        double worth = Math.clamp(weights.meaningOffset() + weights.sum(ReasonKind.MEANING, measured.values()), 0, Weights.MEANING_MOST);
        double share = worth / Weights.MEANING_MOST;
        return Math.round(worth) == 0 ? Optional.empty() : Optional.of(new Weighed(new Reason(ReasonKind.MEANING, 0,
                List.of(share > 0.7 ? "STRONG" : share > 0.4 ? "FAIR" : "WEAK"), List.of()), worth));
    }

    /// Concepts of the glossary, and across languages words that a dictionary joins.
    private Optional<Weighed> concepts(Measured measured, PostingProfile offering, PostingProfile demand) {
        boolean across = !offering.language().equals(demand.language());
        double worth = Math.min(across ? weights.acrossMost() : weights.conceptsMost(), weights.sum(ReasonKind.SHARED_CONCEPT, measured.values()));
        var args = new ArrayList<String>();
        var evidence = new ArrayList<Evidence>();
        for (var shared : measured.concepts().stream().limit(CONCEPTS_NAMED).toList()) {
            glossary.find(shared.offered().conceptId()).ifPresent(concept -> name(args, evidence,
                    concept.label(Locale.CHINESE), concept.label(Locale.ENGLISH), shared.offered().place(), shared.wanted().place()));
        }
        if (across) {
            for (var shared : measured.words()) {
                if (evidence.size() < 2 * CONCEPTS_NAMED && shared.worth() >= WORTH_NAMING
                        && !isCountry(shared.offered().place()) && !isCountry(shared.wanted().place())
                        && isNew(evidence, shared.offered().place(), shared.wanted().place())) {
                    var offered = shared.offered().place();
                    var wanted = shared.wanted().place();
                    boolean chineseOffers = offering.language().equals(LanguageCode.CHINESE);
                    name(args, evidence, chineseOffers ? offered.text() : wanted.text(),
                            chineseOffers ? wanted.text() : offered.text(), offered, wanted);
                }
            }
        }
        return args.isEmpty() ? Optional.empty()
                : Optional.of(new Weighed(new Reason(ReasonKind.SHARED_CONCEPT, 0, args, evidence), worth));
    }

    private static void name(List<String> args, List<Evidence> evidence, String chinese, String english, Place offered, Place wanted) {
        args.addAll(List.of(chinese, english, offered.text(), wanted.text()));
        evidence.add(Evidence.of(PostingKind.OFFERING, offered));
        evidence.add(Evidence.of(PostingKind.DEMAND, wanted));
    }

    /// Countries are the market's matter.
    private static boolean isCountry(Place place) {
        return COUNTRIES.contains(place.text().toLowerCase(Locale.ROOT));
    }

    /// Whether neither place overlaps one already named.
    private static boolean isNew(List<Evidence> evidence, Place offered, Place wanted) {
        return evidence.stream().noneMatch(known -> {
            var place = known.side() == PostingKind.OFFERING ? offered : wanted;
            return known.field() == place.field() && known.start() < place.end() && place.start() < known.end();
        });
    }

    private Optional<Weighed> words(Measured measured, PostingProfile offering, PostingProfile demand) {
        if (!offering.language().equals(demand.language())) {
            return Optional.empty();
        }
        var named = measured.words().stream()
                .filter(word -> word.worth() >= WORTH_NAMING && word.offered().place().text().length() > 1)
                .limit(WORDS_NAMED).toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        for (var word : named) {
            evidence.add(Evidence.of(PostingKind.OFFERING, word.offered().place()));
            evidence.add(Evidence.of(PostingKind.DEMAND, word.wanted().place()));
        }
        return Optional.of(new Weighed(new Reason(ReasonKind.WORDS, 0,
                named.stream().map(word -> word.wanted().place().text()).toList(), evidence),
                Math.min(weights.wordsMost(), weights.sum(ReasonKind.WORDS, measured.values()))));
    }

    private Optional<Weighed> category(Measured measured, PostingProfile offering, PostingProfile demand) {
        return offering.statedCategory().flatMap(categories::find).flatMap(offered ->
                demand.statedCategory().flatMap(categories::find).map(wanted -> {
                    var values = measured.values();
                    var outcome = values.containsKey(Feature.CATEGORY_SAME) ? "SAME"
                            : values.containsKey(Feature.CATEGORY_LINE) || values.containsKey(Feature.CATEGORY_BRANCH) ? "NEAR" : "FAR";
                    return weighed(ReasonKind.CATEGORY, measured,
                            List.of(outcome, offered.nameZh(), offered.nameEn(), wanted.nameZh(), wanted.nameEn()));
                }));
    }

    private Optional<Weighed> market(Measured measured, PostingProfile offering, PostingProfile demand) {
        var common = common(offering.markets(), demand.markets());
        List<String> args;
        if (offering.markets().isEmpty() || demand.markets().isEmpty()) {
            args = fitting("FITS", offering.markets().isEmpty() ? demand.markets() : Set.<CountryCode>of());
        } else if (common.isEmpty()) {
            args = fitting("MISSES", demand.markets());
        } else {
            args = fitting(common.size() == demand.markets().size() ? "FITS" : "PARTLY", common);
        }
        return Optional.of(weighed(ReasonKind.MARKET, measured, args));
    }

    private Optional<Weighed> mode(Measured measured, PostingProfile offering, PostingProfile demand) {
        return both(ReasonKind.DELIVERY_MODE, measured, offering.deliveryModes(), demand.deliveryModes());
    }

    private Optional<Weighed> language(Measured measured, PostingProfile offering, PostingProfile demand) {
        return both(ReasonKind.LANGUAGE, measured, offering.languages(), demand.languages());
    }

    private <T> Optional<Weighed> both(ReasonKind kind, Measured measured, Set<T> offered, Set<T> wanted) {
        if (offered.isEmpty() && wanted.isEmpty()) {
            return Optional.empty();
        }
        var common = offered.isEmpty() ? wanted : wanted.isEmpty() ? offered : common(offered, wanted);
        return Optional.of(weighed(kind, measured, common.isEmpty() ? fitting("MISSES", wanted) : fitting("FITS", common)));
    }

    private static <T> Set<T> common(Set<T> offered, Set<T> wanted) {
        return wanted.stream().filter(offered::contains).collect(Collectors.toSet());
    }

    private static List<String> fitting(String outcome, Collection<?> values) {
        var args = new ArrayList<String>();
        args.add(outcome);
        values.stream().map(Scorer::code).sorted().forEach(args::add);
        return args;
    }

    private static String code(Object value) {
        return value instanceof DeliveryMode mode ? mode.name() : value.toString();
    }

    private Optional<Weighed> price(Measured measured, PostingProfile offering, PostingProfile demand) {
        if (offering.price() == null || demand.price() == null || !measured.values().containsKey(Feature.PRICE_GAP)) {
            return Optional.empty();
        }
        var outcome = measured.values().containsKey(Feature.PRICE_OVER) ? "MISSES"
                : measured.values().get(Feature.PRICE_GAP) > 1 ? "OTHER_SCALE" : "FITS";
        return Optional.of(weighed(ReasonKind.PRICE, measured,
                List.of(outcome, Money.text(offering.price()), Money.text(demand.price()))));
    }
}
