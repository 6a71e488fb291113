package io.fairbridge.matching;

import io.fairbridge.taxonomy.Glossary;
import io.fairbridge.taxonomy.ServiceCategories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Scores every pair of the evaluation collections with the application's own scorer and writes the tables of
/// src/docs/relevance.md, between its marks:
///
///     mvn -q test -Dtest=RelevanceReport
///
/// With `-Dfairbridge.bench.cache=true` profiles are kept under target/bench between runs; with
/// `-Dfairbridge.bench.quick=true` the ablations, which learn a dozen models, are left out.
class RelevanceReport {

    private static final Path DOCUMENT = Path.of("src/docs/relevance.md");
    private static final String BEGIN = "<!-- figures: written by RelevanceReport -->";
    private static final String END = "<!-- end of figures -->";
    static final int THRESHOLD = 60;

    private final StringBuilder text = new StringBuilder();

    @Test
    void write() throws IOException {
        var collections = EvalCollection.find().orElseThrow(() -> new IllegalStateException(EvalCollection.MISSING)).stream()
                .map(EvalProfiles::of).toList();
        var features = new Features(new ServiceCategories(), TermFrequencies.bundled());
        var scores = collections.stream().map(RelevanceReport::scores).toList();

        line("\n### As the application ranks\n\n| collection | all | same | cross | recall@50 |\n| --- | --- | --- | --- | --- |");
        for (int i = 0; i < collections.size(); i++) {
            row(collections.get(i).collection().name(), table(collections.get(i), scores.get(i)));
        }
        notified(collections, scores);
        byLanguages(collections, scores);
        worst(collections, scores);
        if (!Boolean.getBoolean("fairbridge.bench.quick")) {
            ablations(collections, features);
        }

        var document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        Files.writeString(DOCUMENT, document.substring(0, begin) + "\n" + text + "\n" + document.substring(end));
        System.out.println(text);
    }

    static Score[][] scores(EvalProfiles profiles) {
        var scorer = new Scorer(new ServiceCategories(), new Glossary());
        return profiles.demands().stream().map(demand -> profiles.offerings().stream()
                .map(offering -> scorer.score(offering, demand)).toArray(Score[]::new)).toArray(Score[][]::new);
    }

    /// By points, then by what was rounded away.
    static double[] table(EvalProfiles profiles, Score[][] scores) {
        return Ranking.table(profiles.collection(), IntStream.range(0, scores.length).boxed().toList(),
                (demand, offering) -> rank(scores[demand][offering]));
    }

    static double rank(Score score) {
        return score.points() + Math.atan(score.strength() - score.points()) / 100;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void row(String name, double[] values) {
        text.append("| ").append(name);
        Arrays.stream(values).forEach(value -> text.append(String.format(Locale.ROOT, " | %.3f", value)));
        text.append(" |\n");
    }

    private record Pair(int collection, int demand, int offering, int points, int grade, String languages) {
    }

    private static List<Pair> pairs(List<EvalProfiles> collections, List<Score[][]> scores) {
        var pairs = new ArrayList<Pair>();
        for (int c = 0; c < collections.size(); c++) {
            var collection = collections.get(c).collection();
            for (int demand = 0; demand < scores.get(c).length; demand++) {
                for (int offering = 0; offering < scores.get(c)[demand].length; offering++) {
                    pairs.add(new Pair(c, demand, offering, scores.get(c)[demand][offering].points(), collection.grade(demand, offering),
                            collection.offerings().get(offering).content().language() + "→" + collection.demands().get(demand).content().language()));
                }
            }
        }
        return pairs;
    }

    private void notified(List<EvalProfiles> collections, List<Score[][]> scores) {
        line("\n### Notified pairs, by threshold\n\n| collection | score at least | pairs | precision of grade 2 or 3 | recall of grade 3 |\n| --- | --- | --- | --- | --- |");
        var pairs = pairs(collections, scores);
        for (int c = -1; c < collections.size(); c++) {
            int chosen = c;
            var mine = pairs.stream().filter(pair -> chosen < 0 || pair.collection() == chosen).toList();
            for (int threshold : new int[] {55, THRESHOLD, 65, 70}) {
                var told = mine.stream().filter(pair -> pair.points() >= threshold).toList();
                line(String.format(Locale.ROOT, "| %s | %d | %d | %.3f | %.3f |", c < 0 ? "both" : collections.get(c).collection().name(),
                        threshold, told.size(), share(told, pair -> pair.grade() >= 2),
                        (double) count(told, pair -> pair.grade() == 3) / count(mine, pair -> pair.grade() == 3)));
            }
        }
    }

    private void byLanguages(List<EvalProfiles> collections, List<Score[][]> scores) {
        line("\n### What a score means, by the languages of offering and demand\n\n| languages | pairs of 80 or more | of them grade 3 | pairs of 60 or more | of them grade 2 or 3 |\n| --- | --- | --- | --- | --- |");
        var pairs = pairs(collections, scores);
        for (var languages : pairs.stream().map(Pair::languages).distinct().sorted().toList()) {
            var high = pairs.stream().filter(pair -> pair.languages().equals(languages) && pair.points() >= 80).toList();
            var told = pairs.stream().filter(pair -> pair.languages().equals(languages) && pair.points() >= THRESHOLD).toList();
            line(String.format(Locale.ROOT, "| %s | %d | %.2f | %d | %.2f |", languages, high.size(), share(high, pair -> pair.grade() == 3),
                    told.size(), share(told, pair -> pair.grade() >= 2)));
        }
    }

    private static double share(List<Pair> pairs, Predicate<Pair> good) {
        return pairs.isEmpty() ? 0 : (double) count(pairs, good) / pairs.size();
    }

    private static long count(List<Pair> pairs, Predicate<Pair> good) {
        return pairs.stream().filter(good).count();
    }

    private void ablations(List<EvalProfiles> collections, Features features) {
        line("\n### Cross-validated, and what each part brings\n\nFive folds by demand over both collections; each row learns anew with the features named.\n\n"
                + "| features | dev all | dev same | dev cross | dev recall@50 | plain all | plain same | plain cross | plain recall@50 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var queries = LearnWeights.queries(collections, features);
        ablation("all", collections, queries, feature -> true);
        for (var kind : ReasonKind.values()) {
            ablation("without " + kind, collections, queries, feature -> feature.kind() != kind);
        }
        ablation("without the aligned models", collections, queries, feature ->
                feature != Feature.TEXT && feature != Feature.TEXT_ACROSS && feature != Feature.TITLE);
        ablation("without the gloss", collections, queries, feature -> feature != Feature.GLOSS && feature != Feature.GLOSS_ACROSS
                && feature != Feature.WORDS_ACROSS);
        ablation("meaning only", collections, queries, feature -> feature.kind() == ReasonKind.MEANING);
    }

    private void ablation(String name, List<EvalProfiles> collections, List<LearnWeights.Query> queries, Predicate<Feature> used) {
        var folded = LearnWeights.crossValidate(queries, used);
        var values = collections.stream().flatMapToDouble(profiles -> {
            var mine = IntStream.range(0, queries.size()).filter(i -> queries.get(i).profiles() == profiles).toArray();
            return Arrays.stream(Ranking.table(profiles.collection(), IntStream.range(0, mine.length).boxed().toList(),
                    (demand, offering) -> folded.get(mine[demand])[offering]));
        }).toArray();
        row(name, values);
    }

    private void worst(List<EvalProfiles> collections, List<Score[][]> scores) {
        line("\n### The twenty worst demands\n\n| demand | nDCG@10 | title | first of the ranking (grade) | where grade 3 stands |\n| --- | --- | --- | --- | --- |");
        record Case(double ndcg, String row) {
        }
        var cases = new ArrayList<Case>();
        for (int c = 0; c < collections.size(); c++) {
            var collection = collections.get(c).collection();
            for (int demand = 0; demand < scores.get(c).length; demand++) {
                int d = demand;
                var mine = scores.get(c)[demand];
                var order = Ranking.order(Ranking.candidates(collection, demand, Ranking.Scope.ALL), offering -> rank(mine[offering]));
                double ndcg = Ranking.ndcg(collection, demand, order, 10);
                var best = IntStream.range(0, order.size()).filter(i -> collection.grade(d, order.get(i)) == 3)
                        .mapToObj(i -> "%d (%s, %d)".formatted(i + 1, collection.offerings().get(order.get(i)).id(), mine[order.get(i)].points())).toList();
                cases.add(new Case(ndcg, String.format(Locale.ROOT, "| %s | %.2f | %s | %s %s (%d), %d points | %s |", collection.demands().get(demand).id(), ndcg,
                        collection.demands().get(demand).content().title(), collection.offerings().get(order.getFirst()).id(),
                        collection.offerings().get(order.getFirst()).content().title(), collection.grade(demand, order.getFirst()),
                        mine[order.getFirst()].points(), String.join(", ", best))));
            }
        }
        cases.stream().filter(one -> !Double.isNaN(one.ndcg())).sorted(Comparator.comparingDouble(Case::ndcg)).limit(20).forEach(one -> line(one.row()));
    }
}
