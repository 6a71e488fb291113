package io.fairbridge.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which numbers of an inbox are read, and since when: stretches that neither overlap nor lie out of order.
record ReadMarks(List<Stretch> stretches) {

    static final ReadMarks NONE = new ReadMarks(List.of());

    /// Beyond so many, neighbours share one time: the number of unread entries stays exact, times of old ones become
    /// "by then".
    static final int LIMIT = 500;

    /// Numbers that were marked at the same time, both ends included.
    record Stretch(long from, long to, Instant at) {

        long length() {
            return to - from + 1;
        }

        boolean touches(Stretch next) {
            return to + 1 == next.from;
        }

        Stretch with(Stretch next) {
            return new Stretch(from, next.to, at.isAfter(next.at) ? at : next.at);
        }
    }

    ReadMarks {
        stretches = List.copyOf(stretches);
    }

    long count() {
        return stretches.stream().mapToLong(Stretch::length).sum();
    }

    /// When this number was read, if it was.
    Optional<Instant> at(long number) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var stretch = stretches.get(middle);
            if (number < stretch.from) {
                high = middle - 1;
            } else if (number > stretch.to) {
                low = middle + 1;
            } else {
                return Optional.of(stretch.at);
            }
        }
        return Optional.empty();
    }

    /// With all of these numbers read, those at this time that were not read before.
    ReadMarks with(long from, long to, Instant at) {
        var all = new ArrayList<Stretch>();
        long next = from;
        for (var known : stretches) {
            if (known.from > next && next <= to) {
                all.add(new Stretch(next, Math.min(to, known.from - 1), at));
            }
            all.add(known);
            next = Math.max(next, known.to + 1);
        }
        if (next <= to) {
            all.add(new Stretch(next, to, at));
        }
        return all.size() == stretches.size() ? this : new ReadMarks(shortened(joined(all)));
    }

    private static List<Stretch> joined(List<Stretch> all) {
        var joined = new ArrayList<Stretch>();
        for (var stretch : all) {
            if (!joined.isEmpty() && joined.getLast().touches(stretch) && joined.getLast().at.equals(stretch.at)) {
                joined.add(joined.removeLast().with(stretch));
            } else {
                joined.add(stretch);
            }
        }
        return joined;
    }

    private static List<Stretch> shortened(List<Stretch> all) {
        var kept = new ArrayList<Stretch>();
        int tooMany = all.size() - LIMIT;
        for (var stretch : all) {
            if (tooMany > 0 && !kept.isEmpty() && kept.getLast().touches(stretch)) {
                kept.add(kept.removeLast().with(stretch));
                tooMany--;
            } else {
                kept.add(stretch);
            }
        }
        return kept;
    }

    /// The unread numbers from this one downwards.
    List<Long> unreadFrom(long start, int limit) {
        var unread = new ArrayList<Long>();
        int mark = stretches.size() - 1;
        long number = start;
        while (number >= 1 && unread.size() < limit) {
            while (mark >= 0 && stretches.get(mark).from > number) {
                mark--;
            }
            if (mark >= 0 && stretches.get(mark).to >= number) {
                number = stretches.get(mark).from - 1;
            } else {
                unread.add(number--);
            }
        }
        return unread;
    }
}
