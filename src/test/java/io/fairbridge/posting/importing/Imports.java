package io.fairbridge.posting.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.importing.ImportRow.FileNote;
import io.fairbridge.posting.importing.ImportRow.ImportedPosting;
import io.fairbridge.posting.importing.ImportRow.RejectedRow;
import io.fairbridge.posting.importing.ImportRow.SkippedRow;
import io.fairbridge.taxonomy.LanguageDetector;
import io.fairbridge.taxonomy.ServiceCategories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Reads files for the tests, and tells what came out of them.
record Imports(List<ImportRow> rows) {

    static final Instant NOW = Instant.parse("2026-09-10T08:00:00Z");
    private static final PostingFiles FILES = new PostingFiles(
            ImportWords.of(new ServiceCategories(), new LanguageDetector(), Clock.fixed(NOW, ZoneOffset.UTC)));

    static Imports of(byte[] file, String name, ImportFormat format, PostingKind kind) {
        var rows = new ArrayList<ImportRow>();
        try {
            FILES.read(new ByteArrayInputStream(file), name, format, kind, rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Imports(rows);
    }

    static Imports csv(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), "rows.csv", ImportFormat.CSV, PostingKind.OFFERING);
    }

    static Imports demands(String csv) {
        return of(csv.getBytes(StandardCharsets.UTF_8), "rows.csv", ImportFormat.CSV, PostingKind.DEMAND);
    }

    static Imports jsonLines(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), "rows.jsonl", ImportFormat.JSONL, PostingKind.OFFERING);
    }

    static Imports ocds(String text) {
        return ocds(text.getBytes(StandardCharsets.UTF_8));
    }

    static Imports ocds(byte[] file) {
        return of(file, "tenders.json", ImportFormat.OCDS, PostingKind.DEMAND);
    }

    static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A file or folder of the data shared beside the repository; the test is skipped where there is none.
    static Path shared(String path) {
        var folders = Stream.of(System.getProperty("fairbridge.shared", "../shared"), "../shared", "../../shared")
                .map(folder -> Path.of(folder, path)).toList();
        var found = folders.stream().filter(Files::exists).findFirst();
        assumeTrue(found.isPresent(), () -> "Skipped: no " + path + " in any of " + folders + "; set -Dfairbridge.shared");
        return found.orElseThrow();
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ImportedPosting> imported() {
        return of(ImportedPosting.class);
    }

    List<SkippedRow> skipped() {
        return of(SkippedRow.class);
    }

    List<RejectedRow> rejected() {
        return of(RejectedRow.class);
    }

    ImportedPosting only() {
        if (rows.size() != 1 || !(rows.getFirst() instanceof ImportedPosting imported)) {
            throw new AssertionError("Not one imported row but " + rows);
        }
        return imported;
    }

    /// The codes of everything said, in order.
    List<ProblemCode> codes() {
        return rows.stream().flatMap(row -> row.problems().stream()).map(RowProblem::code).toList();
    }

    /// Why the file was not read.
    RowProblem refusal() {
        return of(FileNote.class).stream().filter(FileNote::fatal).flatMap(note -> note.problems().stream()).findFirst()
                .orElseThrow(() -> new AssertionError("Not refused: " + rows));
    }

    private <T> List<T> of(Class<T> type) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
