package io.fairbridge.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds what the ranking has reached. Needs the evaluation collections beside the checkout; without them it is skipped.
class RelevanceFloorTest {

    private static List<EvalProfiles> collections;
    private static List<Score[][]> scores;

    @BeforeAll
    static void scoreEveryPair() {
        var found = EvalCollection.find();
        assumeTrue(found.isPresent(), EvalCollection.MISSING);
        collections = found.get().stream().map(EvalProfiles::of).toList();
        scores = collections.stream().map(RelevanceReport::scores).toList();
    }

    @Test
    void givenObliqueWording_whenRanking_thenTheFloorHolds() {
        assertAbove(0, 0.885, 0.895, 0.835, 0.96);
    }

    @Test
    void givenPlainWording_whenRanking_thenTheFloorHolds() {
        assertAbove(1, 0.955, 0.95, 0.945, 0.99);
    }

    @Test
    void givenTheThreshold_whenNotifying_thenMostPairsFitAndMostThatFitAreTold() {
        int told = 0;
        int good = 0;
        int best = 0;
        int bestTold = 0;
        for (int c = 0; c < collections.size(); c++) {
            for (int demand = 0; demand < scores.get(c).length; demand++) {
                for (int offering = 0; offering < scores.get(c)[demand].length; offering++) {
                    int grade = collections.get(c).collection().grade(demand, offering);
                    boolean notified = scores.get(c)[demand][offering].points() >= RelevanceReport.THRESHOLD;
                    told += notified ? 1 : 0;
                    good += notified && grade >= 2 ? 1 : 0;
                    best += grade == 3 ? 1 : 0;
                    bestTold += notified && grade == 3 ? 1 : 0;
                }
            }
        }

        assertThat((double) good / told).isGreaterThan(0.79);
        assertThat((double) bestTold / best).isGreaterThan(0.87);
    }

    private static void assertAbove(int collection, double... floors) {
        var values = RelevanceReport.table(collections.get(collection), scores.get(collection));

        for (int i = 0; i < floors.length; i++) {
            assertThat(values[i]).as("%s of all, same, cross, recall: %s", i, Arrays.toString(values)).isGreaterThan(floors[i]);
        }
    }
}
