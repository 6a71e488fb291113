package io.fairbridge.posting.importing;

import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.importing.ImportRow.FileNote;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/// Turns an uploaded file into rows, whatever its format.
public final class PostingFiles {

    private final CsvPostingReader csv;
    private final XlsxPostingReader xlsx;
    private final JsonLinesPostingReader jsonLines;
    private final OcdsPostingReader ocds;

    /// @param words what the readers know about words: categories, languages, countries, and the time
    public PostingFiles(ImportWords words) {
        this.csv = new CsvPostingReader(words);
        this.xlsx = new XlsxPostingReader(words);
        this.jsonLines = new JsonLinesPostingReader(words);
        this.ocds = new OcdsPostingReader(words);
    }

    /// Reads the stream to its end and tells each row in the order of the file. A file that cannot be read, or not to
    /// its end, gives a fatal [FileNote] as the last row: read once to be sure, then again to keep.
    ///
    /// @param fileName as the user sent it
    /// @throws IOException when the stream or the disk fails
    public void read(InputStream in, String fileName, ImportFormat format, PostingKind kind, Consumer<ImportRow> rows)
            throws IOException {
        try (var file = SpooledFile.of(in, ByteBudget.ofFile())) {
            reader(format).read(file.notEmpty(), name(fileName), kind, new CountedRows(rows));
        } catch (ImportException e) {
            rows.accept(new FileNote(true, List.of(e.problem())));
        }
    }

    private PostingReader reader(ImportFormat format) {
        return switch (format) {
            case CSV -> csv;
            case XLSX -> xlsx;
            case JSONL -> jsonLines;
            case OCDS -> ocds;
        };
    }

    private static String name(String fileName) {
        var last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return Texts.cut(Texts.line(last), ImportLimits.NAME_CHARACTERS);
    }

    /// Ends the reading after the allowed number of rows.
    private static final class CountedRows implements Consumer<ImportRow> {

        private final Consumer<ImportRow> rows;
        private int count;

        private CountedRows(Consumer<ImportRow> rows) {
            this.rows = rows;
        }

        @Override
        public void accept(ImportRow row) {
            if (!(row instanceof FileNote) && ++count > ImportLimits.ROWS) {
                throw new ImportException(ProblemCode.FILE_TOO_MANY_ROWS, ImportLimits.ROWS);
            }
            rows.accept(row);
        }
    }
}
