package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.ProblemCode.FILE_NOT_TABLE;
import static io.fairbridge.posting.importing.ProblemCode.FILE_NOT_TEXT;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.importing.ImportRow.RejectedRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/// Comma, semicolon or tab separated values with a header line, in any usual encoding.
final class CsvPostingReader implements PostingReader {

    private static final int PEEK = 64 << 10;
    private static final String SEPARATORS = ",;\t";

    private final ImportWords words;

    CsvPostingReader(ImportWords words) {
        this.words = words;
    }

    @Override
    public void read(SpooledFile file, String fileName, PostingKind kind, Consumer<ImportRow> rows) throws IOException {
        refuseBinary(file);
        char separator = separator(file);
        try (var reader = Charsets.open(file); var records = csv(separator, reader)) {
            new Reading(fileName, kind, rows).all(records);
        } catch (CsvParseException e) {
            throw new ImportException(FILE_NOT_TABLE, reason(e));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String reason(CsvParseException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage() == null ? e.getMessage() : cause.getMessage());
    }

    private static CsvReader<CsvRecord> csv(char separator, BufferedReader reader) {
        var handler = CsvRecordHandler.builder()
                .maxFields(ImportLimits.COLUMNS * 10)
                .maxFieldSize(ImportLimits.CELL_CHARACTERS)
                .maxRecordSize(ImportLimits.LINE_CHARACTERS);
        return CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false).allowExtraFields(true)
                .allowMissingFields(true).allowExtraCharsAfterClosingQuote(true)
                .build(handler.build(), reader);
    }

    private static void refuseBinary(SpooledFile file) throws IOException {
        if (file.isZip() || file.isOldOffice() || file.isGzip()) {
            throw new ImportException(FILE_NOT_TEXT);
        }
        try (var reader = Charsets.open(file)) {
            var head = new char[4096];
            int length = Math.max(0, reader.read(head));
            for (int i = 0; i < length; i++) {
                if (head[i] < ' ' && head[i] != '\n' && head[i] != '\r' && head[i] != '\t' && head[i] != '\f') {
                    throw new ImportException(FILE_NOT_TEXT);
                }
            }
        }
    }

    // The one that stands most often in the header line, outside quotes.
    private static char separator(SpooledFile file) throws IOException {
        try (var reader = Charsets.open(file)) {
            var head = new char[PEEK];
            int length = Math.max(0, reader.read(head));
            var counts = new int[SEPARATORS.length()];
            boolean quoted = false;
            boolean any = false;
            for (int i = 0; i < length && !(any && !quoted && head[i] == '\n'); i++) {
                quoted ^= head[i] == '"';
                any |= !Character.isWhitespace(head[i]);
                int separator = SEPARATORS.indexOf(head[i]);
                if (!quoted && separator >= 0) {
                    counts[separator]++;
                }
            }
            int best = 0;
            for (int i = 1; i < counts.length; i++) {
                best = counts[i] > counts[best] ? i : best;
            }
            return SEPARATORS.charAt(best);
        }
    }

    /// The table as it goes by: the header first, then the rows.
    private final class Reading {

        private final String fileName;
        private final PostingKind kind;
        private final Consumer<ImportRow> rows;

        private Reading(String fileName, PostingKind kind, Consumer<ImportRow> rows) {
            this.fileName = fileName;
            this.kind = kind;
            this.rows = rows;
        }

        private void all(CsvReader<CsvRecord> records) {
            Table table = null;
            int row = 0;
            for (var each : records) {
                var cells = each.getFields();
                if (table == null) {
                    table = isBlank(cells) ? null : header(cells);
                    continue;
                }
                row++;
                if (!isBlank(cells)) {
                    rows.accept(row(table, row, cells, each.getStartingLineNumber()));
                }
            }
            if (table == null) {
                throw new ImportException(ProblemCode.FILE_EMPTY);
            }
        }

        private Table header(List<String> cells) {
            var table = new Table(cells, fileName, kind, words);
            table.note().ifPresent(rows);
            return table;
        }

        private ImportRow row(Table table, int row, List<String> cells, long line) {
            boolean tooMany = cells.stream().skip(table.columns()).anyMatch(cell -> !cell.isBlank());
            return tooMany
                    ? new RejectedRow(row, List.of(RowProblem.of(row, null, ProblemCode.FIELD_COUNT, cells.size(), table.columns(), line)))
                    : table.row(row, cells, List.of());
        }
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
