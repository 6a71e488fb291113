package io.fairbridge.posting.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// A ZIP file, read by its directory, as spreadsheet programs write some that cannot be read from front to back.
final class Archive implements AutoCloseable {

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;

    private Archive(ZipFile zip, List<ZipArchiveEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    /// @throws IOException when it is damaged
    static Archive open(SpooledFile file) throws IOException {
        var zip = ZipFile.builder().setPath(file.path()).get();
        var entries = Collections.list(zip.getEntriesInPhysicalOrder());
        if (entries.size() > ImportLimits.ENTRIES) {
            zip.close();
            throw new ImportException(ProblemCode.FILE_UNPACKS_TOO_LARGE, ImportLimits.UNPACKED_BYTES >> 20);
        }
        return new Archive(zip, entries.stream().filter(entry -> !entry.isDirectory()).toList());
    }

    List<ZipArchiveEntry> entries() {
        return entries;
    }

    InputStream open(ZipArchiveEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    /// The name for messages; old tools write it in any encoding and say nothing.
    static String name(ZipArchiveEntry entry) {
        var raw = entry.getRawName();
        var name = raw == null || isUtf8(raw) ? entry.getName() : new String(raw, Charset.forName("GB18030"));
        return Texts.cut(Texts.line(name), ImportLimits.NAME_CHARACTERS);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
