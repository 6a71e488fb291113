package io.fairbridge.matching;

import io.fairbridge.search.profile.PostingProfile;
import io.fairbridge.search.profile.ProfileConcept;
import io.fairbridge.search.profile.ProfileTerm;
import io.fairbridge.taxonomy.ServiceCategories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Counts the reference frequencies, learns the weights of the features and writes both into src/main/resources.
///
///     mvn -q test -Dtest=LearnWeights
///
/// The weights minimise two losses together, both regularised: that of the order of each demand's offerings (listwise, over
/// all offerings and over each language apart) and that of the pair by itself (logistic), which makes scores of different
/// demands comparable. No weight may have a sign that a person would not understand.
class LearnWeights {

    private static final Path RESOURCES = Path.of("src/main/resources/io/fairbridge/matching");

    private static final double REGULARISATION = 3;
    private static final double SHARE_OF_PAIRS = 3;
    private static final int STEPS = 1200;
    /// Enough to tell models apart.
    private static final int STEPS_IN_FOLDS = 500;
    private static final int FOLDS = 5;

    /// What a grade says of a pair by itself.
    private static final double[] LIKELY = {0, 0.25, 0.75, 1};

    private static final double THRESHOLD = 60;
    private static final double FIELDS_MOST = 28;
    private static final double CONCEPTS_MOST = 4;
    private static final double CONCEPTS_ACROSS_MOST = 14;
    private static final double WORDS_MOST = 10;

    /// The data give a shared concept nothing beyond meaning and words, but a reader expects it to count.
    private static final double CONCEPT_LEAST = 0.4;

    /// One demand with the measures of all its offerings.
    record Query(EvalProfiles profiles, int demand, double[][] features, int[] grades, boolean[] same) {
    }

    record Model(double[] weights, double bias) {

        double score(double[] features) {
            double sum = bias;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * features[i];
            }
            return sum;
        }
    }

    @Test
    void learn() throws IOException {
        var collections = EvalCollection.find().orElseThrow(() -> new IllegalStateException(EvalCollection.MISSING)).stream()
                .map(EvalProfiles::of).toList();
        var frequencies = writeFrequencies(collections);
        var queries = queries(collections, new Features(new ServiceCategories(), frequencies));

        var folded = crossValidate(queries);
        report("cross-validated", collections, queries, folded);
        var model = train(queries, feature -> true);
        report("fitted to all", collections, queries, queries.stream().map(query -> scores(model, query)).toList());
        write(model, queries, folded);
    }

    static List<Query> queries(List<EvalProfiles> collections, Features features) {
        var queries = new ArrayList<Query>();
        for (var profiles : collections) {
            var collection = profiles.collection();
            for (int demand = 0; demand < profiles.demands().size(); demand++) {
                var rows = new double[profiles.offerings().size()][];
                var grades = new int[rows.length];
                var same = new boolean[rows.length];
                for (int offering = 0; offering < rows.length; offering++) {
                    rows[offering] = row(features.measure(profiles.offerings().get(offering), profiles.demands().get(demand)).values());
                    grades[offering] = collection.grade(demand, offering);
                    same[offering] = collection.sameLanguage(demand, offering);
                }
                queries.add(new Query(profiles, demand, rows, grades, same));
            }
        }
        return queries;
    }

    private static double[] row(Map<Feature, Double> values) {
        var row = new double[Feature.values().length];
        values.forEach((feature, value) -> row[feature.ordinal()] = value);
        return row;
    }

    private static double[] scores(Model model, Query query) {
        return Arrays.stream(query.features()).mapToDouble(model::score).toArray();
    }

    /// For each demand the scores by a model that has not seen it.
    static List<double[]> crossValidate(List<Query> queries) {
        return crossValidate(queries, feature -> true);
    }

    static List<double[]> crossValidate(List<Query> queries, Predicate<Feature> used) {
        var order = new ArrayList<>(IntStream.range(0, queries.size()).boxed().toList());
        Collections.shuffle(order, new Random(1));
        var scores = new double[queries.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            var seen = IntStream.range(0, order.size()).filter(i -> i % FOLDS != left).mapToObj(i -> queries.get(order.get(i))).toList();
            var model = train(seen, used, STEPS_IN_FOLDS);
            IntStream.range(0, order.size()).filter(i -> i % FOLDS == left)
                    .forEach(i -> scores[order.get(i)] = scores(model, queries.get(order.get(i))));
        }
        return Arrays.asList(scores);
    }

    /// A list of offerings that are ranked together, and how much it counts.
    private record Sheet(double[][] rows, double[] wanted, double share) {
    }

    static Model train(List<Query> queries, Predicate<Feature> used) {
        return train(queries, used, STEPS);
    }

    static Model train(List<Query> queries, Predicate<Feature> used, int steps) {
        int count = Feature.values().length;
        var scale = scale(queries);
        var sheets = new ArrayList<Sheet>();
        var rows = new ArrayList<double[]>();
        var likely = new ArrayList<Double>();
        for (var query : queries) {
            var scaled = Arrays.stream(query.features()).map(row -> scaled(row, scale, used)).toArray(double[][]::new);
            addSheet(sheets, query, scaled, i -> true, 1);
            addSheet(sheets, query, scaled, i -> query.same()[i], 0.6);
            addSheet(sheets, query, scaled, i -> !query.same()[i], 0.6);
            for (int i = 0; i < scaled.length; i++) {
                rows.add(scaled[i]);
                likely.add(LIKELY[query.grades()[i]]);
            }
        }
        // Adam, with the weights put back into their bounds after each step.
        var weights = new double[count + 1];
        weights[count] = -5;
        var mean = new double[count + 1];
        var spread = new double[count + 1];
        for (int step = 1; step <= steps; step++) {
            var slope = slope(weights, sheets, rows, likely);
            double rate = 0.05 * Math.pow(0.01, (double) step / steps);
            for (int i = 0; i <= count; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
                spread[i] = 0.99 * spread[i] + 0.01 * slope[i] * slope[i];
                weights[i] -= rate * mean[i] / (1 - Math.pow(0.9, step)) / (Math.sqrt(spread[i] / (1 - Math.pow(0.99, step))) + 1e-9);
            }
            bound(weights, scale);
        }
        var unscaled = new double[count];
        for (int i = 0; i < count; i++) {
            unscaled[i] = used.test(Feature.values()[i]) ? weights[i] / scale[i] : 0;
        }
        return new Model(unscaled, weights[count]);
    }

    private static void addSheet(List<Sheet> sheets, Query query, double[][] scaled, java.util.function.IntPredicate chosen, double share) {
        var indices = IntStream.range(0, scaled.length).filter(chosen).toArray();
        var gains = Arrays.stream(indices).mapToDouble(i -> Math.pow(2, query.grades()[i]) - 1).toArray();
        double sum = Arrays.stream(gains).sum();
        if (sum > 0) {
            sheets.add(new Sheet(Arrays.stream(indices).mapToObj(i -> scaled[i]).toArray(double[][]::new),
                    Arrays.stream(gains).map(gain -> gain / sum).toArray(), share));
        }
    }

    private static double[] slope(double[] weights, List<Sheet> sheets, List<double[]> rows, List<Double> likely) {
        int count = weights.length - 1;
        var slope = new double[weights.length];
        for (int i = 0; i < count; i++) {
            slope[i] = 2 * REGULARISATION * weights[i];
        }
        for (var sheet : sheets) {
            var scores = new double[sheet.rows().length];
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                scores[i] = dot(weights, sheet.rows()[i]);
                highest = Math.max(highest, scores[i]);
            }
            double sum = 0;
            for (int i = 0; i < scores.length; i++) {
                scores[i] = Math.exp(scores[i] - highest);
                sum += scores[i];
            }
            for (int i = 0; i < scores.length; i++) {
                add(slope, sheet.rows()[i], sheet.share() * (scores[i] / sum - sheet.wanted()[i]));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            double error = SHARE_OF_PAIRS * (1 / (1 + Math.exp(-dot(weights, rows.get(i)) - weights[count])) - likely.get(i));
            add(slope, rows.get(i), error);
            slope[count] += error;
        }
        return slope;
    }

    private static double dot(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    private static void add(double[] slope, double[] row, double factor) {
        for (int i = 0; i < row.length; i++) {
            slope[i] += factor * row[i];
        }
    }

    /// What fits cannot count against a pair, what does not fit cannot count for it, and fitting more never counts less.
    private static void bound(double[] weights, double[] scale) {
        for (var feature : Feature.values()) {
            int i = feature.ordinal();
            switch (feature) {
                case ACROSS, TEXT_ACROSS, GLOSS_ACROSS -> { }
                case MARKET_NONE, MODE_NONE, LANGUAGE_NONE, PRICE_OVER, PRICE_GAP -> weights[i] = Math.min(0, weights[i]);
                case CONCEPTS -> weights[i] = Math.max(CONCEPT_LEAST * scale[i], weights[i]);
                default -> weights[i] = Math.max(0, weights[i]);
            }
        }
        atMost(Feature.MARKET_ANY, Feature.MARKET_ALL, weights, scale);
        atMost(Feature.MARKET_SOME, Feature.MARKET_ANY, weights, scale);
        atMost(Feature.CATEGORY_LINE, Feature.CATEGORY_SAME, weights, scale);
        atMost(Feature.CATEGORY_BRANCH, Feature.CATEGORY_SAME, weights, scale);
    }

    private static void atMost(Feature lower, Feature upper, double[] weights, double[] scale) {
        double most = weights[upper.ordinal()] / scale[upper.ordinal()] * scale[lower.ordinal()];
        weights[lower.ordinal()] = Math.min(weights[lower.ordinal()], most);
    }

    private static double[] scale(List<Query> queries) {
        int count = Feature.values().length;
        var sum = new double[count];
        var squares = new double[count];
        int rows = 0;
        for (var query : queries) {
            for (var row : query.features()) {
                rows++;
                for (int i = 0; i < count; i++) {
                    sum[i] += row[i];
                    squares[i] += row[i] * row[i];
                }
            }
        }
        var scale = new double[count];
        for (int i = 0; i < count; i++) {
            scale[i] = Math.sqrt(Math.max(1e-6, squares[i] / rows - sum[i] / rows * sum[i] / rows));
        }
        return scale;
    }

    private static double[] scaled(double[] row, double[] scale, Predicate<Feature> used) {
        var scaled = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            scaled[i] = used.test(Feature.values()[i]) ? row[i] / scale[i] : 0;
        }
        return scaled;
    }

    static void report(String title, List<EvalProfiles> collections, List<Query> queries, List<double[]> scores) {
        for (var profiles : collections) {
            var mine = IntStream.range(0, queries.size()).filter(i -> queries.get(i).profiles() == profiles).toArray();
            var table = Ranking.table(profiles.collection(), IntStream.range(0, mine.length).boxed().toList(),
                    (demand, offering) -> scores.get(mine[demand])[offering]);
            System.out.printf(Locale.ROOT, "%-16s %-6s all %.3f same %.3f cross %.3f recall@50 %.3f%n",
                    title, profiles.collection().name(), table[0], table[1], table[2], table[3]);
        }
    }

    /// Points are the model's log-odds, stretched so that the pair at the threshold has 60 and the fields leave room for
    /// meaning's 55 within 100.
    private static void write(Model model, List<Query> queries, List<double[]> folded) throws IOException {
        double threshold = threshold(queries, folded);
        double fields = best(model, Feature.CATEGORY_SAME) + best(model, Feature.MARKET_ALL) + best(model, Feature.MODE_ALL)
                + best(model, Feature.LANGUAGE_ALL) + best(model, Feature.LANGUAGE_OF_DEMAND) + best(model, Feature.PRICE_WITHIN);
        double stretch = Math.floor(FIELDS_MOST / fields * 100) / 100;
        System.out.printf(Locale.ROOT, "threshold at log-odds %.2f, %.2f points each%n", threshold, stretch);
        var lines = new ArrayList<String>();
        lines.add("# What each feature of a pair is worth, in points of the score. Learned by LearnWeights, see src/docs/relevance.md.");
        lines.add(line("meaning.offset", stretch * (model.bias() - threshold) + THRESHOLD));
        for (var feature : Feature.values()) {
            lines.add(line(feature.key(), stretch * model.weights()[feature.ordinal()]));
        }
        lines.add(line("concepts.most", CONCEPTS_MOST));
        lines.add(line("concepts.most-across", CONCEPTS_ACROSS_MOST));
        lines.add(line("words.most", WORDS_MOST));
        Files.write(RESOURCES.resolve("weights.properties"), lines);
        lines.forEach(System.out::println);
    }

    private static double best(Model model, Feature feature) {
        return model.weights()[feature.ordinal()];
    }

    private static String line(String key, double value) {
        return String.format(Locale.ROOT, "%s=%.2f", key, value + 0.0);
    }

    /// The lowest score at which, in cross-validation, four of five pairs at or above it have grade 2 or 3.
    private static double threshold(List<Query> queries, List<double[]> scores) {
        record Pair(double score, int grade) {
        }
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < queries.size(); i++) {
            for (int j = 0; j < scores.get(i).length; j++) {
                pairs.add(new Pair(scores.get(i)[j], queries.get(i).grades()[j]));
            }
        }
        pairs.sort((a, b) -> Double.compare(b.score(), a.score()));
        long best = pairs.stream().filter(pair -> pair.grade() == 3).count();
        double threshold = pairs.getFirst().score();
        var note = "none";
        int good = 0;
        int found = 0;
        for (int i = 0; i < pairs.size(); i++) {
            good += pairs.get(i).grade() >= 2 ? 1 : 0;
            found += pairs.get(i).grade() == 3 ? 1 : 0;
            if (good >= 0.81 * (i + 1)) {
                threshold = pairs.get(i).score();
                note = String.format(Locale.ROOT, "precision %.3f, recall of grade 3 %.3f, %d notified",
                        (double) good / (i + 1), (double) found / best, i + 1);
            }
        }
        System.out.println("cross-validated threshold: " + note);
        return threshold;
    }

    private static TermFrequencies writeFrequencies(List<EvalProfiles> collections) throws IOException {
        var counts = new EnumMap<TermFrequencies.Table, Map<String, Integer>>(TermFrequencies.Table.class);
        var postings = new EnumMap<TermFrequencies.Table, Integer>(TermFrequencies.Table.class);
        for (var table : TermFrequencies.Table.values()) {
            counts.put(table, new TreeMap<>());
        }
        collections.stream().flatMap(profiles -> Stream.concat(profiles.offerings().stream(), profiles.demands().stream()))
                .forEach(profile -> count(profile, counts, postings));
        var lines = new ArrayList<String>();
        for (var table : TermFrequencies.Table.values()) {
            lines.add(table + "\t\t" + postings.get(table));
            counts.get(table).entrySet().removeIf(entry -> entry.getValue() < 2);
            counts.get(table).forEach((term, count) -> lines.add(table + "\t" + term + "\t" + count));
        }
        Files.createDirectories(RESOURCES);
        Files.write(RESOURCES.resolve("term-frequencies.tsv"), lines);
        return new TermFrequencies(counts, postings);
    }

    private static void count(PostingProfile profile, Map<TermFrequencies.Table, Map<String, Integer>> counts,
            Map<TermFrequencies.Table, Integer> postings) {
        var table = TermFrequencies.Table.of(profile.language());
        postings.merge(table, 1, Integer::sum);
        postings.merge(TermFrequencies.Table.CONCEPTS, 1, Integer::sum);
        profile.terms().stream().map(ProfileTerm::term).forEach(term -> counts.get(table).merge(term, 1, Integer::sum));
        profile.concepts().stream().map(ProfileConcept::conceptId)
                .forEach(concept -> counts.get(TermFrequencies.Table.CONCEPTS).merge(concept, 1, Integer::sum));
    }
}
