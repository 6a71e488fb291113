package io.fairbridge.matching;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.search.profile.PostingProfile;
import io.fairbridge.search.profile.ProfileConcept;
import io.fairbridge.search.profile.ProfileTerm;
import io.fairbridge.taxonomy.ServiceCategories;
import io.fairbridge.taxonomy.ServiceCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Measures a pair.
final class Features {

    /// How much of a word's weight the first mention gives (BM25's k1), and the length from which a text counts as long.
    private static final double SATURATION = 1.2;
    private static final double USUAL_LENGTH = 80;
    private static final double LENGTH_SHARE = 0.6;
    private static final double USUAL_WEIGHT = 40;

    /// A price this much above the budget is still a matter of talk.
    static final double NEARLY_WITHIN = 1.05;
    private static final double UNKNOWN_GAP = 0.5;
    private static final double LARGEST_GAP = 3;

    private final ServiceCategories categories;
    private final TermFrequencies frequencies;

    Features(ServiceCategories categories, TermFrequencies frequencies) {
        this.categories = categories;
        this.frequencies = frequencies;
    }

    /// A word of both texts and what it gave.
    record SharedTerm(ProfileTerm offered, ProfileTerm wanted, double worth) {
    }

    record SharedConcept(ProfileConcept offered, ProfileConcept wanted, double worth) {
    }

    /// What was measured, and the words behind it, those that gave most first.
    record Measured(Map<Feature, Double> values, List<SharedTerm> words, List<SharedConcept> concepts) {
    }

    Measured measure(PostingProfile offering, PostingProfile demand) {
        var values = new EnumMap<Feature, Double>(Feature.class);
        boolean across = !offering.language().equals(demand.language());
        meaning(offering, demand, across, values);
        var words = words(offering, demand, across, values);
        var concepts = concepts(offering, demand, values);
        category(offering, demand, values);
        market(offering.markets(), demand.markets(), values);
        mode(offering, demand, values);
        language(offering, demand, values);
        price(offering, demand, values);
        return new Measured(values, words, concepts);
    }

    private static void meaning(PostingProfile offering, PostingProfile demand, boolean across, Map<Feature, Double> values) {
        double text = offering.body().cosine(demand.body());
        double gloss = offering.body().secondCosine(demand.body());
        values.put(Feature.TEXT, text);
        values.put(Feature.TITLE, offering.title().cosine(demand.title()));
        values.put(Feature.GLOSS, gloss);
        if (across) {
            values.put(Feature.TEXT_ACROSS, text);
            values.put(Feature.GLOSS_ACROSS, gloss);
            values.put(Feature.ACROSS, 1.0);
        }
    }

    private List<SharedTerm> words(PostingProfile offering, PostingProfile demand, boolean across, Map<Feature, Double> values) {
        var offered = across ? offering.termsInEnglish() : offering.terms();
        var wanted = (across ? demand.termsInEnglish() : demand.terms()).stream()
                .collect(Collectors.toMap(ProfileTerm::term, Function.identity()));
        var table = across ? TermFrequencies.Table.ENGLISH : TermFrequencies.Table.of(offering.language());
        double length = offered.stream().mapToInt(ProfileTerm::count).sum();
        double sum = 0;
        var shared = new ArrayList<SharedTerm>();
        for (var term : offered) {
            var other = wanted.get(term.term());
            if (other != null) {
                double worth = frequencies.weight(table, term.term()) * term.count() * (SATURATION + 1)
                        / (term.count() + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH));
                shared.add(new SharedTerm(term, other, worth));
                sum += worth;
            }
        }
        double possible = wanted.keySet().stream().mapToDouble(term -> frequencies.weight(table, term)).sum();
        if (possible > 0) {
            values.put(across ? Feature.WORDS_ACROSS : Feature.WORDS, sum / Math.sqrt(possible * USUAL_WEIGHT));
        }
        shared.sort(Comparator.comparingDouble(SharedTerm::worth).reversed().thenComparing(term -> term.offered().term()));
        return shared;
    }

    private List<SharedConcept> concepts(PostingProfile offering, PostingProfile demand, Map<Feature, Double> values) {
        var wanted = demand.concepts().stream().collect(Collectors.toMap(ProfileConcept::conceptId, Function.identity()));
        var shared = new ArrayList<SharedConcept>();
        for (var concept : offering.concepts()) {
            var other = wanted.get(concept.conceptId());
            if (other != null) {
                shared.add(new SharedConcept(concept, other,
                        1 / Math.sqrt(Math.max(1, frequencies.count(TermFrequencies.Table.CONCEPTS, concept.conceptId())))));
            }
        }
        values.put(Feature.CONCEPTS, shared.stream().mapToDouble(SharedConcept::worth).sum());
        shared.sort(Comparator.comparingDouble(SharedConcept::worth).reversed().thenComparing(concept -> concept.offered().conceptId()));
        return shared;
    }

    private void category(PostingProfile offering, PostingProfile demand, Map<Feature, Double> values) {
        if (offering.category() == null || demand.category() == null) {
            return;
        }
        var offered = codes(offering.category());
        var wanted = codes(demand.category());
        if (offered.isEmpty() || wanted.isEmpty()) {
            return;
        }
        if (offered.getFirst().equals(wanted.getFirst())) {
            values.put(Feature.CATEGORY_SAME, 1.0);
        } else if (offered.contains(wanted.getFirst()) || wanted.contains(offered.getFirst())) {
            values.put(Feature.CATEGORY_LINE, 1.0);
        } else if (offered.size() > 1 && wanted.size() > 1
                && offered.get(offered.size() - 2).equals(wanted.get(wanted.size() - 2))) {
            values.put(Feature.CATEGORY_BRANCH, 1.0);
        }
    }

    private List<String> codes(String code) {
        return categories.path(code).stream().map(ServiceCategory::code).toList();
    }

    private static void market(Set<CountryCode> offered, Set<CountryCode> wanted, Map<Feature, Double> values) {
        if (offered.isEmpty() || wanted.isEmpty()) {
            values.put(Feature.MARKET_ANY, 1.0);
            return;
        }
        values.put(switch (common(offered, wanted)) {
            case ALL -> Feature.MARKET_ALL;
            case SOME -> Feature.MARKET_SOME;
            case NONE -> Feature.MARKET_NONE;
        }, 1.0);
    }

    private static void mode(PostingProfile offering, PostingProfile demand, Map<Feature, Double> values) {
        if (offering.deliveryModes().isEmpty() || demand.deliveryModes().isEmpty()) {
            values.put(Feature.MODE_ALL, 1.0);
            return;
        }
        switch (common(offering.deliveryModes(), demand.deliveryModes())) {
            case ALL -> values.put(Feature.MODE_ALL, 1.0);
            case NONE -> values.put(Feature.MODE_NONE, 1.0);
            case SOME -> { }
        }
    }

    private static void language(PostingProfile offering, PostingProfile demand, Map<Feature, Double> values) {
        var offered = offering.languages();
        if (offered.isEmpty() || offered.contains(demand.language())) {
            values.put(Feature.LANGUAGE_OF_DEMAND, 1.0);
        }
        if (offered.isEmpty() || demand.languages().isEmpty()) {
            values.put(Feature.LANGUAGE_ALL, 1.0);
            return;
        }
        switch (common(offered, demand.languages())) {
            case ALL -> values.put(Feature.LANGUAGE_ALL, 1.0);
            case NONE -> values.put(Feature.LANGUAGE_NONE, 1.0);
            case SOME -> { }
        }
    }

    private static void price(PostingProfile offering, PostingProfile demand, Map<Feature, Double> values) {
        var asked = offering.statedPrice().flatMap(Money::range);
        var budget = demand.statedPrice().flatMap(Money::range);
        if (asked.isEmpty() || budget.isEmpty()) {
            return;
        }
        double most = budget.get()[1];
        values.put(asked.get()[0] <= most * NEARLY_WITHIN ? Feature.PRICE_WITHIN : Feature.PRICE_OVER, 1.0);
        double highest = asked.get()[1];
        boolean known = Double.isFinite(highest) && Double.isFinite(most) && highest > 0 && most > 0;
        values.put(Feature.PRICE_GAP, known ? Math.min(LARGEST_GAP, Math.abs(Math.log10(highest / most))) : UNKNOWN_GAP);
    }

    enum Common { ALL, SOME, NONE }

    /// How much of what is wanted is offered.
    static <T> Common common(Set<T> offered, Set<T> wanted) {
        long count = wanted.stream().filter(offered::contains).count();
        return count == wanted.size() ? Common.ALL : count == 0 ? Common.NONE : Common.SOME;
    }
}
