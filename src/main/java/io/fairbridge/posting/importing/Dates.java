package io.fairbridge.posting.importing;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times as people and publishers write them. A bare date is the end of that day in UTC, a time without an
/// offset is UTC.
final class Dates {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.年 ](\\d{1,2})[-/.月 ](\\d{1,2})日?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(20\\d{2}|19\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("^(.*?\\d日?)[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?$");
    private static final List<DateTimeFormatter> WITH_MONTH_NAMES = List.of(
            named("d MMM uuuu"), named("d MMMM uuuu"), named("MMM d uuuu"), named("MMMM d uuuu"));

    /// What a text says: a time, nothing readable, or one of two days.
    record Reading(Optional<Instant> time, boolean ambiguous) {
        private static final Reading NONE = new Reading(Optional.empty(), false);
        private static final Reading AMBIGUOUS = new Reading(Optional.empty(), true);
    }

    private record Day(Optional<LocalDate> date, boolean ambiguous) {
        private static Day of(int year, int month, int day) {
            try {
                return new Day(Optional.of(LocalDate.of(year, month, day)), false);
            } catch (DateTimeException e) {
                return new Day(Optional.empty(), false);
            }
        }
    }

    private Dates() {
    }

    static Reading read(String raw) {
        var text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        if (text.length() > 60) {
            return Reading.NONE;
        }
        var time = TIME.matcher(text);
        if (time.matches()) {
            var day = day(time.group(1));
            return day.ambiguous ? Reading.AMBIGUOUS : new Reading(day.date.flatMap(date -> at(date, time)), false);
        }
        return day(text).ambiguous ? Reading.AMBIGUOUS : new Reading(day(text).date.map(Dates::endOf), false);
    }

    static Instant endOf(LocalDate date) {
        return date.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    }

    static Instant of(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? endOf(time.toLocalDate())
                : time.withNano(0).toInstant(ZoneOffset.UTC);
    }

    private static Optional<Instant> at(LocalDate date, Matcher time) {
        try {
            int seconds = time.group(4) == null ? 0 : Integer.parseInt(time.group(4));
            var clock = LocalTime.of(Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3)), seconds);
            var zone = time.group(5);
            var offset = zone == null || !zone.matches("[+-].*") ? ZoneOffset.UTC : ZoneOffset.of(zone);
            return Optional.of(OffsetDateTime.of(date, clock, offset).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Day day(String text) {
        var first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return Day.of(number(first.group(1)), number(first.group(2)), number(first.group(3)));
        }
        var digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return Day.of(number(digits.group(1)), number(digits.group(2)), number(digits.group(3)));
        }
        var last = YEAR_LAST.matcher(text);
        return last.matches() ? yearLast(last) : withMonthName(text);
    }

    // With points the day comes first; with slashes either, so only a number above 12 tells.
    private static Day yearLast(Matcher last) {
        int one = number(last.group(1));
        int two = number(last.group(3));
        int year = number(last.group(4));
        if (last.group(2).equals(".") || one > 12 || one == two) {
            return Day.of(year, two, one);
        }
        return two > 12 ? Day.of(year, one, two) : new Day(Optional.empty(), true);
    }

    private static Day withMonthName(String text) {
        var plain = text.replaceAll("[,.]", " ").replaceAll("(?i)(\\d)(st|nd|rd|th)\\b", "$1").replace('-', ' ')
                .replaceAll("\\s+", " ").strip();
        for (var format : WITH_MONTH_NAMES) {
            try {
                return new Day(Optional.of(LocalDate.parse(plain, format)), false);
            } catch (DateTimeException e) {
                // the next form may fit
            }
        }
        return new Day(Optional.empty(), false);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static DateTimeFormatter named(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH);
    }
}
