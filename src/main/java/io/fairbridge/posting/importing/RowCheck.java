package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.ProblemCode.CURRENCY_NOT_TOLD;
import static io.fairbridge.posting.importing.ProblemCode.DATE;
import static io.fairbridge.posting.importing.ProblemCode.DATE_AMBIGUOUS;
import static io.fairbridge.posting.importing.ProblemCode.INVALID;
import static io.fairbridge.posting.importing.ProblemCode.KIND_MISMATCH;
import static io.fairbridge.posting.importing.ProblemCode.LANGUAGE_NOT_TOLD;
import static io.fairbridge.posting.importing.ProblemCode.OUT_OF_RANGE;
import static io.fairbridge.posting.importing.ProblemCode.PAST;
import static io.fairbridge.posting.importing.ProblemCode.PRICE_ENDS;
import static io.fairbridge.posting.importing.ProblemCode.REQUIRED;
import static io.fairbridge.posting.importing.ProblemCode.TOO_LONG;
import static io.fairbridge.posting.importing.ProblemCode.TOO_MANY;
import static io.fairbridge.posting.importing.ProblemCode.UNKNOWN_CATEGORY;
import static io.fairbridge.posting.importing.ProblemCode.UNKNOWN_COUNTRY;
import static io.fairbridge.posting.importing.ProblemCode.UNKNOWN_CURRENCY;
import static io.fairbridge.posting.importing.ProblemCode.UNKNOWN_LANGUAGE;
import static io.fairbridge.posting.importing.ProblemCode.UNKNOWN_MODE;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.PostingContent;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.Price;
import io.fairbridge.posting.Source;
import io.fairbridge.posting.importing.ImportRow.ImportedPosting;
import io.fairbridge.posting.importing.ImportRow.RejectedRow;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks the values of one row that a person wrote and collects everything that is wrong with them.
final class RowCheck {

    private static final Pattern SEPARATORS = Pattern.compile("[;,|、；，\\n]");
    private static final Pattern SLASH = Pattern.compile("[/／]");
    private static final Set<String> ANYTHING = Set.of("", "any", "anywhere", "all", "worldwide", "global", "none",
            "不限", "全部", "全球", "任意", "无", "无限制", "任何");

    private final int row;
    private final ImportWords words;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowProblem> notes = new ArrayList<>();

    RowCheck(int row, ImportWords words) {
        this.row = row;
        this.words = words;
    }

    void problem(@Nullable String column, ProblemCode code, Object... args) {
        problems.add(RowProblem.of(row, column, code, args));
    }

    void note(@Nullable String column, ProblemCode code, Object... args) {
        notes.add(RowProblem.of(row, column, code, args));
    }

    /// A needed text in one line; empty, with its problem, when there is none.
    String line(String column, String raw, int characters) {
        return needed(column, Texts.line(raw), characters);
    }

    /// A needed text with its paragraphs.
    String paragraphs(String column, String raw, int characters) {
        return needed(column, Texts.tidy(raw), characters);
    }

    private String needed(String column, String text, int characters) {
        if (text.isEmpty()) {
            problem(column, REQUIRED);
        } else if (text.length() > characters) {
            problem(column, TOO_LONG, characters, text.length());
        }
        return text;
    }

    /// A text that may be missing.
    Optional<String> optional(String column, String raw, int characters) {
        var text = Texts.line(raw);
        if (text.length() > characters) {
            problem(column, TOO_LONG, characters, text.length());
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    void kind(String column, String raw, PostingKind expected) {
        if (raw.isBlank()) {
            return;
        }
        var told = kindOf(raw);
        if (told.isEmpty()) {
            problem(column, INVALID, shown(raw));
        } else if (told.get() != expected) {
            problem(column, KIND_MISMATCH, shown(raw), expected.name());
        }
    }

    private static Optional<PostingKind> kindOf(String raw) {
        return switch (Texts.key(raw)) {
            case "offering", "offer", "supply", "offerings", "供给", "供应", "供", "服务供给", "供方" -> Optional.of(PostingKind.OFFERING);
            case "demand", "demands", "request", "tender", "需求", "采购", "求购", "需", "招标", "需方" -> Optional.of(PostingKind.DEMAND);
            default -> Optional.empty();
        };
    }

    /// The language that is told, else the language of the text.
    Optional<LanguageCode> language(String column, String raw, String text) {
        if (raw.isBlank()) {
            var guess = words.languages().guess(text);
            if (guess.isEmpty() && !text.isBlank()) {
                problem(column, LANGUAGE_NOT_TOLD);
            }
            return guess;
        }
        var told = Languages.find(raw);
        if (told.isEmpty()) {
            problem(column, UNKNOWN_LANGUAGE, shown(raw));
        }
        return told;
    }

    Optional<String> category(String column, String raw) {
        if (raw.isBlank()) {
            problem(column, REQUIRED);
            return Optional.empty();
        }
        var found = words.categories().find(raw);
        if (found.isEmpty()) {
            problem(column, UNKNOWN_CATEGORY, shown(raw));
        }
        return found;
    }

    Set<CountryCode> markets(String column, List<String> values) {
        return set(column, values, Countries::find, UNKNOWN_COUNTRY, ImportLimits.MARKETS);
    }

    Set<DeliveryMode> modes(String column, List<String> values) {
        return set(column, values, Modes::find, UNKNOWN_MODE, DeliveryMode.values().length);
    }

    Set<LanguageCode> languages(String column, List<String> values) {
        return set(column, values, Languages::find, UNKNOWN_LANGUAGE, ImportLimits.LANGUAGES);
    }

    Optional<CountryCode> country(String column, String raw) {
        if (raw.isBlank()) {
            return Optional.empty();
        }
        var found = Countries.find(raw);
        if (found.isEmpty()) {
            problem(column, UNKNOWN_COUNTRY, shown(raw));
        }
        return found;
    }

    private <T> Set<T> set(String column, List<String> values, Function<String, Optional<T>> find, ProblemCode unknown, int limit) {
        if (values.stream().allMatch(value -> value.strip().equals("*") || ANYTHING.contains(Texts.key(value)))) {
            return Set.of();
        }
        var found = new LinkedHashSet<T>();
        for (var value : values) {
            find.apply(value).ifPresentOrElse(found::add, () -> problem(column, unknown, shown(value)));
        }
        if (found.size() > limit) {
            problem(column, TOO_MANY, limit, found.size());
        }
        return found;
    }

    /// The values of a cell that may hold several.
    static List<String> values(String cell, Function<String, Optional<?>> find) {
        if (cell.isBlank()) {
            return List.of();
        }
        if (find.apply(cell).isPresent()) {
            return List.of(cell);
        }
        var parts = split(SEPARATORS, cell);
        if (parts.size() == 1 && SLASH.matcher(cell).find()) {
            parts = split(SLASH, cell);
        }
        if (parts.size() == 1) {
            var spaced = split(Pattern.compile("\\s+"), cell);
            return spaced.stream().allMatch(part -> find.apply(part).isPresent()) ? spaced : parts;
        }
        return parts;
    }

    private static List<String> split(Pattern separator, String cell) {
        return Arrays.stream(separator.split(cell)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /// A price from both ends and a currency; null when neither end is given.
    @Nullable Price price(String column, @Nullable BigDecimal min, @Nullable BigDecimal max, Optional<Currency> currency) {
        if (min == null && max == null) {
            return null;
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            problem(column, PRICE_ENDS, min.toPlainString(), max.toPlainString());
            return null;
        }
        if (currency.isEmpty()) {
            problem(column, CURRENCY_NOT_TOLD);
            return null;
        }
        return new Price(min, max, currency.get());
    }

    @Nullable BigDecimal amount(String column, String raw) {
        if (raw.isBlank()) {
            return null;
        }
        var amount = Money.amount(raw);
        if (amount.isEmpty()) {
            problem(column, raw.strip().matches("-?[\\d.,]+") ? OUT_OF_RANGE : INVALID, shown(raw));
        }
        return amount.orElse(null);
    }

    Optional<Currency> currency(String column, String raw) {
        if (raw.isBlank()) {
            return Optional.empty();
        }
        var currency = Money.currency(raw);
        if (currency.isEmpty()) {
            problem(column, UNKNOWN_CURRENCY, shown(raw));
        }
        return currency;
    }

    @Nullable Instant validUntil(String column, String raw) {
        if (raw.isBlank()) {
            return null;
        }
        var reading = Dates.read(raw);
        if (reading.time().isEmpty()) {
            problem(column, reading.ambiguous() ? DATE_AMBIGUOUS : DATE, shown(raw));
            return null;
        }
        return noted(column, reading.time().get());
    }

    private Instant noted(String column, Instant until) {
        if (until.isBefore(words.clock().instant())) {
            note(column, PAST);
        }
        return until;
    }

    @Nullable URI url(String column, String raw) {
        if (raw.isBlank()) {
            return null;
        }
        var url = webAddress(raw);
        if (url.isEmpty()) {
            problem(column, ProblemCode.URL, shown(raw));
        }
        return url.orElse(null);
    }

    /// An http or https address; empty for anything else.
    static Optional<URI> webAddress(String raw) {
        try {
            var uri = new URI(raw.strip().replace(" ", "%20"));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && raw.length() <= 2_000 ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// The row, when nothing is wrong with it.
    ImportRow row(Function<RowCheck, PostingContent> content, Function<RowCheck, Source> source) {
        if (!problems.isEmpty()) {
            return new RejectedRow(row, problems);
        }
        return new ImportedPosting(row, content.apply(this), source.apply(this), notes);
    }

    /// A value as a message shows it.
    static String shown(String raw) {
        return Texts.cut(Texts.line(raw), 60);
    }
}
