package io.fairbridge.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReadMarksTest {

    private static final int NUMBERS = 60;

    private final Random random = new Random();

    @RepeatedTest(200)
    void givenAnyMarkings_whenAsked_thenEachNumberIsReadSinceItsFirstMarking() {
        var expected = new TreeMap<Long, Instant>();
        var marks = ReadMarks.NONE;

        for (int second = 0; second < 30; second++) {
            long from = 1 + random.nextInt(NUMBERS);
            long to = Math.min(NUMBERS, from + random.nextInt(8));
            var now = Instant.ofEpochSecond(second);
            marks = marks.with(from, to, now);
            for (long number = from; number <= to; number++) {
                expected.putIfAbsent(number, now);
            }
        }

        assertThat(marks.count()).isEqualTo(expected.size());
        for (long number = 0; number <= NUMBERS + 1; number++) {
            assertThat(marks.at(number).orElse(null)).isEqualTo(expected.get(number));
        }
    }

    @RepeatedTest(100)
    void givenAnyMarkings_whenUnreadNumbersAreListed_thenTheyAreAllThatIsNotRead() {
        var marks = ReadMarks.NONE;
        for (int i = 0; i < 15; i++) {
            long from = 1 + random.nextInt(NUMBERS);
            marks = marks.with(from, from + random.nextInt(5), Instant.EPOCH);
        }

        var expected = new ArrayList<Long>();
        for (long number = NUMBERS; number >= 1; number--) {
            if (marks.at(number).isEmpty()) {
                expected.add(number);
            }
        }

        assertThat(marks.unreadFrom(NUMBERS, Integer.MAX_VALUE)).isEqualTo(expected);
        assertThat(marks.unreadFrom(NUMBERS, 3)).isEqualTo(expected.subList(0, Math.min(3, expected.size())));
    }

    @Test
    void givenMarkedNumbers_whenMarkedAgain_thenNothingChanges() {
        var marks = ReadMarks.NONE.with(3, 9, Instant.EPOCH);

        assertThat(marks.with(4, 9, Instant.MAX)).isEqualTo(marks);
    }

    @Test
    void givenThousandsOfMarkings_whenKept_thenFewStretchesSayWhatIsRead() {
        var marks = ReadMarks.NONE;

        for (int number = 1; number <= 3_000; number++) {
            marks = marks.with(number, number, Instant.ofEpochSecond(number));
        }

        assertThat(marks.stretches()).hasSizeLessThanOrEqualTo(ReadMarks.LIMIT);
        assertThat(marks.count()).isEqualTo(3_000);
        assertThat(marks.unreadFrom(3_002, 5)).isEqualTo(List.of(3_002L, 3_001L));
        assertThat(marks.at(2_990)).contains(Instant.ofEpochSecond(2_990));
    }
}
