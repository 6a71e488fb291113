package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.ProblemCode.FILE_EMPTY;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file on disk for as long as it is read, so that it can be read twice without being held in memory.
final class SpooledFile implements AutoCloseable {

    private final Path path;

    private SpooledFile(Path path) {
        this.path = path;
    }

    /// Copies the stream; the budget ends the copy when the stream is too long.
    static SpooledFile of(InputStream in, ByteBudget budget) throws IOException {
        var file = new SpooledFile(Files.createTempFile("fairbridge-import-", ".tmp"));
        try (var out = Files.newOutputStream(file.path)) {
            budget.copy(in, out);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    /// The first bytes, fewer when the file is shorter.
    byte[] head(int bytes) throws IOException {
        try (var in = open()) {
            return in.readNBytes(bytes);
        }
    }

    boolean isZip() throws IOException {
        return startsWith(0x50, 0x4B, 0x03, 0x04) || startsWith(0x50, 0x4B, 0x05, 0x06);
    }

    boolean isGzip() throws IOException {
        return startsWith(0x1F, 0x8B);
    }

    boolean isOldOffice() throws IOException {
        return startsWith(0xD0, 0xCF, 0x11, 0xE0);
    }

    private boolean startsWith(int... magic) throws IOException {
        var head = head(magic.length);
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    SpooledFile notEmpty() throws IOException {
        if (Files.size(path) == 0) {
            throw new ImportException(FILE_EMPTY);
        }
        return this;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
