package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.Column.CATEGORY;
import static io.fairbridge.posting.importing.Column.COUNTRY;
import static io.fairbridge.posting.importing.Column.CURRENCY;
import static io.fairbridge.posting.importing.Column.DESCRIPTION;
import static io.fairbridge.posting.importing.Column.KIND;
import static io.fairbridge.posting.importing.Column.LANGUAGE;
import static io.fairbridge.posting.importing.Column.LANGUAGES;
import static io.fairbridge.posting.importing.Column.MARKETS;
import static io.fairbridge.posting.importing.Column.MODES;
import static io.fairbridge.posting.importing.Column.ORGANISATION;
import static io.fairbridge.posting.importing.Column.PRICE;
import static io.fairbridge.posting.importing.Column.PRICE_MAX;
import static io.fairbridge.posting.importing.Column.PRICE_MIN;
import static io.fairbridge.posting.importing.Column.REFERENCE;
import static io.fairbridge.posting.importing.Column.TITLE;
import static io.fairbridge.posting.importing.Column.VALID_UNTIL;

import io.fairbridge.posting.PostingContent;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.Price;
import io.fairbridge.posting.Source;
import io.fairbridge.posting.importing.ImportRow.FileNote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table with a header: tells what the cells of a row mean, whatever file they come from.
final class Table {

    private final ImportWords words;
    private final String fileName;
    private final PostingKind kind;
    private final List<String> names;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final References references;

    Table(List<String> header, String fileName, PostingKind kind, ImportWords words) {
        this.words = words;
        this.fileName = fileName;
        this.kind = kind;
        this.names = header.stream().map(Texts::line).toList();
        this.references = new References(kind);
        if (names.size() > ImportLimits.COLUMNS) {
            throw new ImportException(ProblemCode.FILE_TOO_MANY_COLUMNS, ImportLimits.COLUMNS, names.size());
        }
        place();
    }

    private void place() {
        for (int i = 0; i < names.size(); i++) {
            var column = Column.of(names.get(i));
            if (column.isPresent() && positions.putIfAbsent(column.get(), i) != null) {
                throw new ImportException(names.get(i), ProblemCode.COLUMN_TWICE,
                        names.get(i), names.get(positions.get(column.get())));
            }
        }
        if (positions.isEmpty()) {
            throw new ImportException(ProblemCode.FILE_NO_HEADER, RowCheck.shown(String.join(", ", names)));
        }
        for (var needed : List.of(TITLE, DESCRIPTION, CATEGORY)) {
            if (!positions.containsKey(needed)) {
                throw new ImportException(name(needed), ProblemCode.COLUMN_MISSING, name(needed));
            }
        }
    }

    /// Whether a row of cells can be a header: it names a title.
    static boolean isHeader(List<String> cells) {
        return cells.stream().anyMatch(cell -> Column.of(cell).filter(TITLE::equals).isPresent());
    }

    /// Columns that are not understood, to be known.
    Optional<FileNote> note() {
        var unknown = new ArrayList<RowProblem>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty() && !positions.containsValue(i)) {
                unknown.add(RowProblem.of(0, names.get(i), ProblemCode.UNKNOWN_COLUMN, RowCheck.shown(names.get(i))));
            }
        }
        return unknown.isEmpty() ? Optional.empty() : Optional.of(new FileNote(false, unknown));
    }

    int columns() {
        return names.size();
    }

    /// What a row says.
    ///
    /// @param cells     its texts from the first column; missing ones are blank
    /// @param cellFaults problems that the file's reader found in cells
    ImportRow row(int row, List<String> cells, List<Integer> cellFaults) {
        var check = new RowCheck(row, words);
        cellFaults.forEach(position -> check.problem(
                position < names.size() ? names.get(position) : null, ProblemCode.CELL_ERROR));
        var values = new Cells(cells);
        check.kind(name(KIND), values.at(KIND), kind);
        var title = check.line(name(TITLE), values.at(TITLE), ImportLimits.TITLE_CHARACTERS);
        var description = check.paragraphs(name(DESCRIPTION), values.at(DESCRIPTION), ImportLimits.DESCRIPTION_CHARACTERS);
        var language = check.language(name(LANGUAGE), values.at(LANGUAGE), title + "\n" + description);
        var category = check.category(name(CATEGORY), values.at(CATEGORY));
        var markets = check.markets(name(MARKETS), RowCheck.values(values.at(MARKETS), Countries::find));
        var modes = check.modes(name(MODES), RowCheck.values(values.at(MODES), Modes::find));
        var languages = check.languages(name(LANGUAGES), RowCheck.values(values.at(LANGUAGES), Languages::find));
        var price = price(check, values);
        var until = check.validUntil(name(VALID_UNTIL), values.at(VALID_UNTIL));
        var owner = check.optional(name(ORGANISATION), values.at(ORGANISATION), ImportLimits.NAME_CHARACTERS);
        var country = check.country(name(COUNTRY), values.at(COUNTRY));
        var url = check.url(name(Column.URL), values.at(Column.URL));
        var told = check.optional(name(REFERENCE), values.at(REFERENCE), ImportLimits.REFERENCE_CHARACTERS);
        var reference = references.of(told, title, language, name(REFERENCE), row, check);
        return check.row(
                _ -> new PostingContent(language.orElseThrow(), title, description, category.orElseThrow(), markets, modes,
                        languages, price, until),
                _ -> new Source(fileName, reference, owner.orElse(null), url, country.orElse(null), null, null));
    }

    private @Nullable Price price(RowCheck check, Cells values) {
        var currency = check.currency(name(CURRENCY), values.at(CURRENCY));
        var min = check.amount(name(PRICE_MIN), values.at(PRICE_MIN));
        var max = check.amount(name(PRICE_MAX), values.at(PRICE_MAX));
        var cell = values.at(PRICE);
        if (cell.isBlank()) {
            return check.price(name(PRICE_MIN), min, max,
                    currency.or(() -> Money.currency(values.at(PRICE_MIN) + " " + values.at(PRICE_MAX))));
        }
        var range = Money.range(cell);
        if (range.isEmpty()) {
            check.problem(name(PRICE), ProblemCode.INVALID, RowCheck.shown(cell));
            return null;
        }
        // A single amount is the whole budget of a demand, and the price of an offering.
        var lower = range.get().single() && kind == PostingKind.DEMAND ? null : range.get().min();
        return check.price(name(PRICE), or(min, lower), or(max, range.get().max()), currency.or(() -> range.get().currency()));
    }

    private static @Nullable BigDecimal or(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : one;
    }

    // As the file names the column; where the file has none, as the documentation does.
    private String name(Column column) {
        var position = positions.get(column);
        return position == null ? column.name().toLowerCase(java.util.Locale.ROOT) : names.get(position);
    }

    private final class Cells {

        private final List<String> cells;

        private Cells(List<String> cells) {
            this.cells = cells;
        }

        private String at(Column column) {
            var position = positions.get(column);
            return position == null || position >= cells.size() ? "" : cells.get(position);
        }
    }
}
