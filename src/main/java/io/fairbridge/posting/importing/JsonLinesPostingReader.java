package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.ProblemCode.BROKEN_LINE;
import static io.fairbridge.posting.importing.ProblemCode.INVALID;
import static io.fairbridge.posting.importing.ProblemCode.NOT_AN_OBJECT;

import io.fairbridge.posting.PostingContent;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.Price;
import io.fairbridge.posting.Source;
import io.fairbridge.posting.importing.ImportRow.RejectedRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A JSON object a line, with the names of a relevance collection.
final class JsonLinesPostingReader implements PostingReader {

    private final ImportWords words;

    JsonLinesPostingReader(ImportWords words) {
        this.words = words;
    }

    @Override
    public void read(SpooledFile file, String fileName, PostingKind kind, Consumer<ImportRow> rows) throws IOException {
        if (file.isZip() || file.isOldOffice()) {
            throw new ImportException(ProblemCode.FILE_NOT_TEXT);
        }
        var references = new References(kind);
        boolean any = false;
        try (var lines = new BoundedLines(Charsets.open(file))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    any = true;
                    rows.accept(row(lines.number(), line, fileName, kind, references));
                }
            }
        }
        if (!any) {
            throw new ImportException(ProblemCode.FILE_EMPTY);
        }
    }

    private ImportRow row(int row, String line, String fileName, PostingKind kind, References references) {
        try {
            var node = Json.WHOLE.readTree(line);
            return node.isObject()
                    ? new Line(row, node).read(fileName, kind, references)
                    : rejected(row, NOT_AN_OBJECT);
        } catch (JacksonException e) {
            return rejected(row, BROKEN_LINE, row, Json.column(e), Json.reason(e));
        }
    }

    private static RejectedRow rejected(int row, ProblemCode code, Object... args) {
        return new RejectedRow(row, List.of(RowProblem.of(row, null, code, args)));
    }

    /// One line, whose properties are checked by their names.
    private final class Line {

        private final int row;
        private final JsonNode node;
        private final RowCheck check;

        private Line(int row, JsonNode node) {
            this.row = row;
            this.node = node;
            this.check = new RowCheck(row, words);
        }

        private ImportRow read(String fileName, PostingKind kind, References references) {
            check.kind("kind", text("kind"), kind);
            var title = check.line("title", text("title"), ImportLimits.TITLE_CHARACTERS);
            var description = check.paragraphs("description", text("description"), ImportLimits.DESCRIPTION_CHARACTERS);
            var named = node.has("language") && !node.has("lang") ? "language" : "lang";
            var language = check.language(named, text(named), title + "\n" + description);
            var category = check.category("category", text("category"));
            var markets = check.markets("markets", texts("markets"));
            var modes = check.modes("deliveryModes", texts("deliveryModes"));
            var languages = check.languages("languages", texts("languages"));
            var price = price();
            var until = check.validUntil("validUntil", text("validUntil"));
            var owner = check.optional("organisation", text("organisation"), ImportLimits.NAME_CHARACTERS);
            var country = check.country("country", text("country"));
            var url = check.url("url", text("url"));
            var publisher = check.optional("publisher", text("publisher"), ImportLimits.NAME_CHARACTERS);
            var id = check.optional("id", text("id"), ImportLimits.REFERENCE_CHARACTERS);
            var reference = references.of(id, title, language, "id", row, check);
            return check.row(
                    _ -> new PostingContent(language.orElseThrow(), title, description, category.orElseThrow(), markets,
                            modes, languages, price, until),
                    _ -> new Source(publisher.orElse(fileName), reference, owner.orElse(null), url, country.orElse(null), null, null));
        }

        private String text(String name) {
            var value = node.path(name);
            if (value.isNull() || value.isMissingNode()) {
                return "";
            }
            if (value.isContainer()) {
                check.problem(name, INVALID, RowCheck.shown(value.toString()));
                return "";
            }
            return value.asString();
        }

        private List<String> texts(String name) {
            var value = node.path(name);
            if (!value.isArray()) {
                var one = text(name);
                return one.isBlank() ? List.of() : List.of(one);
            }
            var texts = new ArrayList<String>();
            for (var element : value) {
                if (element.isContainer() || element.isNull()) {
                    check.problem(name, INVALID, RowCheck.shown(element.toString()));
                } else {
                    texts.add(element.asString());
                }
            }
            return texts;
        }

        private @Nullable Price price() {
            var price = node.path("price");
            if (price.isNull() || price.isMissingNode()) {
                return null;
            }
            if (!price.isObject()) {
                check.problem("price", INVALID, RowCheck.shown(price.toString()));
                return null;
            }
            var currency = price.path("currency");
            var told = currency.isString() ? check.currency("price.currency", currency.stringValue()) : Optional.<java.util.Currency>empty();
            return check.price("price", end(price, "min"), end(price, "max"), told);
        }

        private @Nullable BigDecimal end(JsonNode price, String name) {
            var end = price.path(name);
            if (end.isNull() || end.isMissingNode()) {
                return null;
            }
            if (end.isNumber()) {
                var fitting = Money.fitting(end.decimalValue());
                if (fitting.isEmpty()) {
                    check.problem("price." + name, ProblemCode.OUT_OF_RANGE, RowCheck.shown(end.toString()));
                }
                return fitting.orElse(null);
            }
            if (end.isString()) {
                return check.amount("price." + name, end.stringValue());
            }
            check.problem("price." + name, INVALID, RowCheck.shown(end.toString()));
            return null;
        }
    }
}
