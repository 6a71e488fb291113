package io.fairbridge.posting.importing;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The lines of a text, with their numbers. A line that has no end ends the reading.
final class BoundedLines implements AutoCloseable {

    private final BufferedReader reader;
    private int number;

    BoundedLines(BufferedReader reader) {
        this.reader = reader;
    }

    /// The next line without its end; null at the end of the text.
    @Nullable String next() throws IOException {
        var line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        number++;
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() >= ImportLimits.LINE_CHARACTERS) {
                throw new ImportException(ProblemCode.FILE_BROKEN, number, ImportLimits.LINE_CHARACTERS, "line too long");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /// Number of the line that was told last, from 1.
    int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
