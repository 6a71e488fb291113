package io.fairbridge.matching;

import java.util.List;

/// How well an offering and a demand fit, from 0 to 100: the sum of its reasons' points.
///
/// @param reasons  the strongest first
/// @param strength the sum before it was rounded to whole points; orders matches with the same points
public record Score(List<Reason> reasons, double strength) {

    public static final int LOWEST = 0;
    public static final int HIGHEST = 100;

    public Score {
        reasons = List.copyOf(reasons);
        int points = reasons.stream().mapToInt(Reason::points).sum();
        if (points < LOWEST || points > HIGHEST) {
            throw new IllegalArgumentException("A score of " + points);
        }
    }

    public int points() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }
}
