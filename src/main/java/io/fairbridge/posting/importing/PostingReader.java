package io.fairbridge.posting.importing;

import io.fairbridge.posting.PostingKind;
import java.io.IOException;
import java.util.function.Consumer;

/// Reads files of one format.
sealed interface PostingReader permits CsvPostingReader, XlsxPostingReader, JsonLinesPostingReader, OcdsPostingReader {

    /// Tells each row in the order of the file. Throws [ImportException] when the file cannot be read on.
    ///
    /// @param fileName as the user sent it; the publisher of rows that name none
    void read(SpooledFile file, String fileName, PostingKind kind, Consumer<ImportRow> rows) throws IOException;
}
