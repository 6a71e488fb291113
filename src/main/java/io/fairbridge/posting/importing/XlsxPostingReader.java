package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.ProblemCode.FILE_NOT_WORKBOOK;

import io.fairbridge.posting.PostingKind;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// The first sheet of an Excel workbook. Of a formula its last result is taken; nothing is calculated.
final class XlsxPostingReader implements PostingReader {

    /// A title or a logo may stand above the header.
    private static final int ROWS_ABOVE_HEADER = 10;
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Pattern DATE_FORMAT = Pattern.compile("[yd]|年|日", Pattern.CASE_INSENSITIVE);

    private final ImportWords words;

    XlsxPostingReader(ImportWords words) {
        this.words = words;
    }

    @Override
    public void read(SpooledFile file, String fileName, PostingKind kind, Consumer<ImportRow> rows) throws IOException {
        if (file.isOldOffice()) {
            throw new ImportException(ProblemCode.FILE_OLD_WORKBOOK);
        }
        if (!file.isZip()) {
            throw new ImportException(FILE_NOT_WORKBOOK);
        }
        refuseBombs(file);
        try (var workbook = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true));
             var sheet = workbook.getFirstSheet().openStream()) {
            new Reading(fileName, kind, rows).all(sheet.iterator());
        } catch (ImportException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // What a damaged workbook throws depends on where it is damaged.
            throw new ImportException(FILE_NOT_WORKBOOK);
        }
    }

    // Unpacked once to nowhere: a small file that unpacks to gigabytes never reaches the parser.
    private static void refuseBombs(SpooledFile file) throws IOException {
        var budget = ByteBudget.ofUnpacking();
        try (var archive = Archive.open(file)) {
            for (var entry : archive.entries()) {
                try (var in = archive.open(entry)) {
                    budget.copy(in, OutputStream.nullOutputStream());
                }
            }
        } catch (IOException e) {
            throw new ImportException(FILE_NOT_WORKBOOK);
        }
    }

    /// The sheet as it goes by.
    private final class Reading {

        private final String fileName;
        private final PostingKind kind;
        private final Consumer<ImportRow> rows;

        private Reading(String fileName, PostingKind kind, Consumer<ImportRow> rows) {
            this.fileName = fileName;
            this.kind = kind;
            this.rows = rows;
        }

        private void all(Iterator<Row> sheet) {
            Table table = null;
            int headerRow = 0;
            @Nullable List<String> first = null;
            while (sheet.hasNext()) {
                var row = sheet.next();
                var cells = texts(row);
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (table != null) {
                    rows.accept(table.row(row.getRowNum() - headerRow, cells, faults(row)));
                    continue;
                }
                first = first == null ? cells : first;
                if (Table.isHeader(cells) || row.getRowNum() > ROWS_ABOVE_HEADER) {
                    headerRow = row.getRowNum();
                    table = header(Table.isHeader(cells) ? cells : first);
                }
            }
            if (first == null) {
                throw new ImportException(ProblemCode.FILE_EMPTY);
            }
            if (table == null) {
                header(first);
            }
        }

        private Table header(List<String> cells) {
            var table = new Table(cells, fileName, kind, words);
            table.note().ifPresent(rows);
            return table;
        }
    }

    private static List<String> texts(Row row) {
        int columns = Math.min(row.getCellCount(), ImportLimits.COLUMNS + 1);
        var texts = new ArrayList<String>(columns);
        for (int i = 0; i < columns; i++) {
            texts.add(row.getOptionalCell(i).map(XlsxPostingReader::text).orElse(""));
        }
        while (!texts.isEmpty() && texts.getLast().isBlank()) {
            texts.removeLast();
        }
        return texts;
    }

    private static List<Integer> faults(Row row) {
        return row.stream().filter(cell -> cell != null && isError(cell)).map(Cell::getColumnIndex).toList();
    }

    private static boolean isError(Cell cell) {
        return cell.getType() == CellType.ERROR
                || cell.getType() == CellType.FORMULA && String.valueOf(cell.getRawValue()).startsWith("#");
    }

    private static String text(Cell cell) {
        if (isError(cell) || cell.getValue() == null) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return isDate(cell) ? date(cell).toString() : number.stripTrailingZeros().toPlainString();
        }
        var text = cell.getValue().toString();
        return text.length() > ImportLimits.CELL_CHARACTERS ? text.substring(0, ImportLimits.CELL_CHARACTERS) : text;
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && DATE_FORMAT.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    private static String date(Cell cell) {
        LocalDateTime time = cell.asDate();
        return Dates.of(time).toString();
    }
}
