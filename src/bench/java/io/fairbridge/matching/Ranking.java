package io.fairbridge.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Measures of rankings, with the gain 2^grade − 1.
final class Ranking {

    /// Which offerings are ranked for a demand: all, those in its language, or those in the other.
    enum Scope { ALL, SAME, CROSS }

    private Ranking() {
    }

    static List<Integer> candidates(EvalCollection collection, int demand, Scope scope) {
        return IntStream.range(0, collection.offerings().size())
                .filter(offering -> scope == Scope.ALL || collection.sameLanguage(demand, offering) == (scope == Scope.SAME))
                .boxed().toList();
    }

    /// Best first; equal ones in the order of their ids.
    static List<Integer> order(List<Integer> candidates, IntToDoubleFunction score) {
        return candidates.stream()
                .sorted(Comparator.<Integer>comparingDouble(score::applyAsDouble).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// NaN when nothing in the scope was judged to fit.
    static double ndcg(EvalCollection collection, int demand, List<Integer> order, int depth) {
        double ideal = gain(order.stream().map(offering -> collection.grade(demand, offering))
                .sorted(Comparator.reverseOrder()).toList(), depth);
        return gain(order.stream().map(offering -> collection.grade(demand, offering)).toList(), depth) / ideal;
    }

    private static double gain(List<Integer> grades, int depth) {
        double sum = 0;
        for (int i = 0; i < Math.min(depth, grades.size()); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    static double recall(EvalCollection collection, int demand, List<Integer> order, int depth) {
        double all = order.stream().filter(offering -> collection.grade(demand, offering) > 0).count();
        return order.stream().limit(depth).filter(offering -> collection.grade(demand, offering) > 0).count() / all;
    }

    /// The mean over demands, those left out that have nothing to find.
    static double mean(List<Double> values) {
        return values.stream().filter(value -> !value.isNaN()).mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /// nDCG@10 of all, same and cross, then recall@50, over the given demands.
    static double[] table(EvalCollection collection, List<Integer> demands, PairScore score) {
        var columns = new ArrayList<List<Double>>();
        for (int i = 0; i < 4; i++) {
            columns.add(new ArrayList<>());
        }
        for (int demand : demands) {
            for (var scope : Scope.values()) {
                var order = order(candidates(collection, demand, scope), offering -> score.of(demand, offering));
                columns.get(scope.ordinal()).add(ndcg(collection, demand, order, 10));
                if (scope == Scope.ALL) {
                    columns.get(3).add(recall(collection, demand, order, 50));
                }
            }
        }
        return columns.stream().mapToDouble(Ranking::mean).toArray();
    }

    interface PairScore {
        double of(int demand, int offering);
    }
}
