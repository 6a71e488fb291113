package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.ProblemCode.BROKEN_ENTRY;
import static io.fairbridge.posting.importing.ProblemCode.BROKEN_JSON;
import static io.fairbridge.posting.importing.ProblemCode.FILE_NO_OCDS;
import static io.fairbridge.posting.importing.ProblemCode.FILE_UNPACKS_TOO_LARGE;
import static io.fairbridge.posting.importing.ProblemCode.LINKED_RELEASES;
import static io.fairbridge.posting.importing.ProblemCode.NOT_AN_OBJECT;
import static io.fairbridge.posting.importing.ProblemCode.NOT_JSON;
import static io.fairbridge.posting.importing.ProblemCode.OCDS_ARE_DEMANDS;

import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.importing.ImportRow.RejectedRow;
import io.fairbridge.posting.importing.ImportRow.SkippedRow;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Public tenders in the Open Contracting Data Standard, 1.0 and 1.1, in every wrapping that publishers use: release and
/// record packages, single releases and records, lists of these, JSON lines, gzip, and a ZIP of several files. A file
/// that breaks off is refused as a whole, with the place; the files beside it go in.
final class OcdsPostingReader implements PostingReader {

    private static final Set<String> LISTS = Set.of("releases", "records", "results");

    private final OcdsDemands demands;

    OcdsPostingReader(ImportWords words) {
        this.demands = new OcdsDemands(words);
    }

    @Override
    public void read(SpooledFile file, String fileName, PostingKind kind, Consumer<ImportRow> rows) throws IOException {
        if (kind != PostingKind.DEMAND) {
            throw new ImportException(OCDS_ARE_DEMANDS);
        }
        var reading = new Reading(rows, fileName);
        if (!file.isZip() && !file.isGzip() && !looksLikeJson(file)) {
            throw new ImportException(FILE_NO_OCDS);
        }
        reading.file(file, fileName);
        if (reading.row == 0) {
            throw new ImportException(FILE_NO_OCDS);
        }
    }

    private static boolean looksLikeJson(SpooledFile file) throws IOException {
        try (var reader = Charsets.open(file)) {
            int c = reader.read();
            while (c >= 0 && Character.isWhitespace(c)) {
                c = reader.read();
            }
            return c == '{' || c == '[';
        }
    }

    /// One upload as it goes by; rows are counted over all of its files.
    private final class Reading {

        private final Consumer<ImportRow> rows;
        private final String upload;
        private final ByteBudget unpacking = ByteBudget.ofUnpacking();
        private int row;

        private Reading(Consumer<ImportRow> rows, String upload) {
            this.rows = rows;
            this.upload = upload;
        }

        /// @param place name of the file, for messages
        private void file(SpooledFile file, String place) throws IOException {
            if (file.isZip()) {
                zip(file, place);
            } else if (file.isGzip()) {
                gzip(file, place);
            } else if (isJsonLines(file, place)) {
                lines(file, place);
            } else {
                document(file, place);
            }
        }

        private void zip(SpooledFile file, String place) throws IOException {
            try (var archive = Archive.open(file)) {
                for (var entry : archive.entries()) {
                    if (!isBookkeeping(entry.getName())) {
                        entry(archive, entry);
                    }
                }
            } catch (IOException e) {
                reject(BROKEN_ENTRY, place, RowCheck.shown(String.valueOf(e.getMessage())));
            }
        }

        private void entry(Archive archive, ZipArchiveEntry entry) throws IOException {
            var name = Archive.name(entry);
            try (var in = archive.open(entry); var file = SpooledFile.of(in, unpacking)) {
                if (file.isZip() || !file.isGzip() && !isNamedJson(name) && !looksLikeJson(file)) {
                    skip(NOT_JSON, name);
                } else {
                    file(file, name);
                }
            } catch (ZipException | EOFException e) {
                reject(BROKEN_ENTRY, name, RowCheck.shown(String.valueOf(e.getMessage())));
            }
        }

        private void gzip(SpooledFile packed, String place) throws IOException {
            try (var in = new GZIPInputStream(packed.open()); var file = SpooledFile.of(in, unpacking)) {
                if (file.isZip() || file.isGzip()) {
                    skip(NOT_JSON, place);
                } else {
                    file(file, place);
                }
            } catch (ZipException | EOFException e) {
                reject(BROKEN_ENTRY, place, RowCheck.shown(String.valueOf(e.getMessage())));
            }
        }

        private void lines(SpooledFile file, String place) throws IOException {
            try (var lines = new BoundedLines(Charsets.open(file))) {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    if (!line.isBlank()) {
                        line(line, lines.number(), place);
                    }
                }
            }
        }

        private void line(String line, int number, String place) {
            JsonNode node;
            try {
                node = Json.WHOLE.readTree(line);
            } catch (JacksonException e) {
                reject(BROKEN_JSON, place, number, Json.column(e), Json.reason(e));
                return;
            }
            one(node, OcdsPackage.NONE, place);
        }

        private void document(SpooledFile file, String place) throws IOException {
            try {
                var info = scan(file);
                try (var reader = Charsets.open(file); var parser = Json.MAPPER.createParser(reader)) {
                    for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                        top(parser, token, info, place);
                    }
                }
            } catch (JacksonException e) {
                reject(BROKEN_JSON, place, Json.line(e), Json.column(e), Json.reason(e));
            }
        }

        private OcdsPackage scan(SpooledFile file) throws IOException {
            try (var reader = Charsets.open(file); var parser = Json.MAPPER.createParser(reader)) {
                return OcdsPackage.scan(parser);
            }
        }

        private void top(JsonParser parser, JsonToken token, OcdsPackage info, String place) {
            if (token == JsonToken.START_ARRAY) {
                elements(parser, OcdsPackage.NONE, place);
            } else if (token == JsonToken.START_OBJECT && info.isPackage()) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    boolean list = parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name);
                    if (list) {
                        elements(parser, info, place);
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                one(Json.MAPPER.readTree(parser), OcdsPackage.NONE, place);
            }
        }

        private void elements(JsonParser parser, OcdsPackage info, String place) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                one(Json.MAPPER.readTree(parser), info, place);
            }
        }

        /// A release, a record, or a package inside something larger.
        private void one(JsonNode node, OcdsPackage info, String place) {
            if (!node.isObject()) {
                reject(NOT_AN_OBJECT);
            } else if (node.path("release").isObject()) {
                one(node.path("release"), info, place);
            } else if (node.path("compiledRelease").isObject() || node.has("ocid") && node.path("releases").isArray()) {
                var release = OcdsRecords.release(node);
                if (release == null) {
                    skip(LINKED_RELEASES, Nodes.text(node, "ocid"));
                } else {
                    tell(release, node.has("publisher") || node.has("packageInfo") ? OcdsPackage.of(node) : info, place);
                }
            } else if (node.path("releases").isArray() || node.path("records").isArray()) {
                var inner = OcdsPackage.of(node);
                Nodes.each(node.path("releases")).forEach(release -> one(release, inner, place));
                Nodes.each(node.path("records")).forEach(each -> one(each, inner, place));
            } else {
                tell(node, info, place);
            }
        }

        private void tell(JsonNode release, OcdsPackage info, String place) {
            row++;
            rows.accept(demands.row(row, release, info, place.equals(upload) ? upload : upload + "!" + place));
        }

        private void reject(ProblemCode code, Object... args) {
            row++;
            rows.accept(new RejectedRow(row, List.of(RowProblem.of(row, null, code, args))));
        }

        private void skip(ProblemCode code, Object... args) {
            row++;
            rows.accept(new SkippedRow(row, List.of(RowProblem.of(row, null, code, args)), null));
        }
    }

    // One object a line: in nothing else a line is closed by a brace and the next opened by one.
    private static boolean isJsonLines(SpooledFile file, String name) throws IOException {
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)(\\.gz)?")) {
            return true;
        }
        try (var reader = Charsets.open(file)) {
            int last = next(reader);
            if (last != '{') {
                return false;
            }
            for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
                last = Character.isWhitespace(c) ? last : c;
            }
            return last == '}' && next(reader) == '{';
        }
    }

    private static int next(java.io.Reader reader) throws IOException {
        int c = reader.read();
        while (c >= 0 && Character.isWhitespace(c)) {
            c = reader.read();
        }
        return c;
    }

    private static boolean isBookkeeping(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    private static boolean isNamedJson(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson|geojson)");
    }
}
