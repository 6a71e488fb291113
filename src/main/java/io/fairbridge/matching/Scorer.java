package io.fairbridge.matching;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.search.profile.PostingProfile;
import io.fairbridge.search.profile.ProfileConcept;
import io.fairbridge.search.profile.ProfileTerm;
import io.fairbridge.taxonomy.Glossary;
import io.fairbridge.taxonomy.ServiceCategories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Says how well an offering and a demand fit, and why. A score depends on the two profiles and on nothing else.
@Component
public final class Scorer {

    private static final double MEANING = 55;
    private static final double CATEGORY = 12;
    private static final double MARKET = 9;
    private static final double MODE = 4;
    private static final double LANGUAGE = 3;
    private static final double PRICE = 5;
    private static final double CONCEPTS = 6;
    private static final double WORDS = 6;

    private final ServiceCategories categories;
    private final Glossary glossary;

    public Scorer(ServiceCategories categories, Glossary glossary) {
        this.categories = categories;
        this.glossary = glossary;
    }

    /// A reason and what it is worth before rounding.
    private record Weighed(Reason reason, double worth) {

        static Weighed of(ReasonKind kind, double worth, List<String> args) {
            return new Weighed(new Reason(kind, 0, args, List.of()), worth);
        }
    }

    public Score score(PostingProfile offering, PostingProfile demand) {
        var weighed = new ArrayList<Weighed>();
        meaning(offering, demand).ifPresent(weighed::add);
        concepts(offering, demand).ifPresent(weighed::add);
        words(offering, demand).ifPresent(weighed::add);
        category(offering, demand).ifPresent(weighed::add);
        market(offering, demand).ifPresent(weighed::add);
        mode(offering, demand).ifPresent(weighed::add);
        language(offering, demand).ifPresent(weighed::add);
        price(offering, demand).ifPresent(weighed::add);
        return sum(weighed);
    }

    /// Rounds each reason by itself. What speaks against a pair cannot take more than what speaks for it has given:
    /// the sum never falls below 0, and the reasons' ceilings keep it from passing 100.
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

    private Optional<Weighed> meaning(PostingProfile offering, PostingProfile demand) {
        boolean same = offering.language().equals(demand.language());
        double cosine = 0.75 * offering.body().cosine(demand.body()) + 0.25 * offering.title().cosine(demand.title());
        double share = Math.clamp((cosine - 0.1) / (same ? 0.55 : 0.45), 0, 1);
        return share == 0 ? Optional.empty() : Optional.of(Weighed.of(ReasonKind.MEANING, MEANING * share,
                List.of(share > 0.75 ? "STRONG" : share > 0.4 ? "FAIR" : "WEAK")));
    }

    private Optional<Weighed> concepts(PostingProfile offering, PostingProfile demand) {
        var wanted = demand.concepts().stream().collect(Collectors.toMap(ProfileConcept::conceptId, Function.identity()));
        var args = new ArrayList<String>();
        var evidence = new ArrayList<Evidence>();
        double sum = 0;
        for (var concept : offering.concepts()) {
            var other = wanted.get(concept.conceptId());
            if (other != null) {
                sum++;
                if (evidence.size() < 6) {
                    glossary.find(concept.conceptId()).ifPresent(known -> args.addAll(List.of(known.zh().getFirst(),
                            known.en().getFirst(), concept.place().text(), other.place().text())));
                    evidence.add(Evidence.of(PostingKind.OFFERING, concept.place()));
                    evidence.add(Evidence.of(PostingKind.DEMAND, other.place()));
                }
            }
        }
        return sum == 0 ? Optional.empty() : Optional.of(new Weighed(
                new Reason(ReasonKind.SHARED_CONCEPT, 0, args, evidence), CONCEPTS * (1 - Math.exp(-sum))));
    }

    private Optional<Weighed> words(PostingProfile offering, PostingProfile demand) {
        if (!offering.language().equals(demand.language())) {
            return Optional.empty();
        }
        var wanted = demand.terms().stream().collect(Collectors.toMap(ProfileTerm::term, Function.identity()));
        var shared = offering.terms().stream().filter(term -> wanted.containsKey(term.term()) && term.term().length() > 1).toList();
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        var named = shared.stream().limit(4).toList();
        var evidence = named.stream().<Evidence>mapMulti((term, all) -> {
            all.accept(Evidence.of(PostingKind.OFFERING, term.place()));
            all.accept(Evidence.of(PostingKind.DEMAND, wanted.get(term.term()).place()));
        }).toList();
        return Optional.of(new Weighed(new Reason(ReasonKind.WORDS, 0,
                named.stream().map(term -> term.place().text()).toList(), evidence), WORDS * (1 - Math.exp(-shared.size() / 5.0))));
    }

    private Optional<Weighed> category(PostingProfile offering, PostingProfile demand) {
        return offering.statedCategory().flatMap(categories::find).flatMap(offered ->
                demand.statedCategory().flatMap(categories::find).map(wanted -> {
                    double closeness = categories.closeness(offered.code(), wanted.code());
                    return Weighed.of(ReasonKind.CATEGORY, CATEGORY * closeness,
                            List.of(closeness == 1 ? "SAME" : closeness > 0 ? "NEAR" : "FAR",
                                    offered.nameZh(), offered.nameEn(), wanted.nameZh(), wanted.nameEn()));
                }));
    }

    private Optional<Weighed> market(PostingProfile offering, PostingProfile demand) {
        if (offering.markets().isEmpty() || demand.markets().isEmpty()) {
            return Optional.of(Weighed.of(ReasonKind.MARKET, MARKET / 2,
                    fitting("FITS", demand.markets().isEmpty() ? offering.markets() : demand.markets())));
        }
        var common = demand.markets().stream().filter(offering.markets()::contains).collect(Collectors.toSet());
        if (common.isEmpty()) {
            return Optional.of(Weighed.of(ReasonKind.MARKET, -MARKET, fitting("MISSES", demand.markets())));
        }
        double share = (double) common.size() / demand.markets().size();
        return Optional.of(Weighed.of(ReasonKind.MARKET, MARKET * (0.5 + 0.5 * share),
                fitting(share == 1 ? "FITS" : "PARTLY", common)));
    }

    private Optional<Weighed> mode(PostingProfile offering, PostingProfile demand) {
        return fit(ReasonKind.DELIVERY_MODE, MODE, offering.deliveryModes(), demand.deliveryModes());
    }

    private Optional<Weighed> language(PostingProfile offering, PostingProfile demand) {
        return fit(ReasonKind.LANGUAGE, LANGUAGE, offering.languages(), demand.languages());
    }

    private static <T> Optional<Weighed> fit(ReasonKind kind, double worth, Set<T> offered, Set<T> wanted) {
        if (offered.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        var common = wanted.stream().filter(offered::contains).collect(Collectors.toSet());
        return Optional.of(common.isEmpty()
                ? Weighed.of(kind, -worth, fitting("MISSES", wanted))
                : Weighed.of(kind, worth, fitting("FITS", common)));
    }

    private static List<String> fitting(String outcome, Collection<?> values) {
        var args = new ArrayList<String>();
        args.add(outcome);
        values.stream().map(value -> value instanceof DeliveryMode mode ? mode.name()
                : value instanceof CountryCode country ? country.value() : value.toString()).sorted().forEach(args::add);
        return args;
    }

    private Optional<Weighed> price(PostingProfile offering, PostingProfile demand) {
        if (offering.price() == null || demand.price() == null) {
            return Optional.empty();
        }
        var asked = Money.range(offering.price());
        var budget = Money.range(demand.price());
        if (asked.isEmpty() || budget.isEmpty()) {
            return Optional.empty();
        }
        double tooMuch = asked.get()[0] / budget.get()[1];
        var outcome = tooMuch <= 1 ? "FITS" : tooMuch <= 1.25 ? "CLOSE" : "MISSES";
        return Optional.of(Weighed.of(ReasonKind.PRICE, switch (outcome) {
            case "FITS" -> PRICE;
            case "CLOSE" -> 0;
            default -> -PRICE;
        }, List.of(outcome, Money.text(offering.price()), Money.text(demand.price()))));
    }
}
