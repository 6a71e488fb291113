package io.fairbridge.posting.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class OcdsPostingReaderTest {

    private static final String TRANSLATION = """
            {"ocid": "ocds-1", "id": "r1", "date": "2026-09-01T10:00:00Z", "tag": ["tender"], "language": "en",
             "buyer": {"name": "City of Lausanne"},
             "tender": {"id": "t", "title": "Translation of museum guides", "description": "<p>Guides &amp; labels.</p><p>Into Chinese.</p>",
              "status": "active", "mainProcurementCategory": "services",
              "items": [{"id": "1", "classification": {"scheme": "CPV", "id": "79530000-8"}}],
              "value": {"amount": 40000, "currency": "chf"}, "tenderPeriod": {"endDate": "2026-12-01"}}}""";

    @Test
    void givenASingleRelease_whenRead_thenItBecomesADemand() {
        var demand = Imports.ocds(TRANSLATION).only();

        assertThat(demand.content().description()).isEqualTo("Guides & labels.\n\nInto Chinese.");
        assertThat(demand.content().category()).isEqualTo("SJ35");
        assertThat(demand.content().validUntil()).isEqualTo("2026-12-01T23:59:59Z");
        assertThat(demand.content().statedPrice().orElseThrow().currency().getCurrencyCode()).isEqualTo("CHF");
        assertThat(demand.source().country()).hasToString("CH");
        assertThat(demand.problems()).isEmpty();
    }

    @Test
    void givenEveryWrapping_whenRead_thenTheSameReleaseComesOut() throws IOException {
        var expected = Imports.ocds(TRANSLATION).only().content();
        var compact = TRANSLATION.replace("\n", "");

        assertThat(Imports.ocds("{\"releases\": [" + TRANSLATION + "], \"publisher\": {\"name\": \"simap\"}}").only())
                .satisfies(row -> assertThat(row.content()).isEqualTo(expected))
                .satisfies(row -> assertThat(row.source().publisher()).isEqualTo("simap"));
        assertThat(Imports.ocds("[" + TRANSLATION + "]").only().content()).isEqualTo(expected);
        assertThat(Imports.ocds("{\"ocid\": \"ocds-1\", \"compiledRelease\": " + TRANSLATION + "}").only().content()).isEqualTo(expected);
        assertThat(Imports.ocds("{\"records\": [{\"ocid\": \"ocds-1\", \"releases\": [" + TRANSLATION + "]}]}").only().content()).isEqualTo(expected);
        assertThat(Imports.ocds("{\"results\": [{\"releases\": [" + TRANSLATION + "]}]}").only().content()).isEqualTo(expected);
        assertThat(Imports.ocds(compact + "\n" + compact.replace("ocds-1", "ocds-2") + "\n").imported()).hasSize(2);
        assertThat(Imports.ocds(gzipped(TRANSLATION)).only().content()).isEqualTo(expected);
        assertThat(Imports.ocds(("\uFEFF" + TRANSLATION).getBytes(StandardCharsets.UTF_16LE)).only().content()).isEqualTo(expected);
    }

    @Test
    void givenABrokenFileInAnArchive_whenRead_thenItIsRefusedWithThePlaceAndItsNeighboursGoIn() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("good.json", bytes(TRANSLATION));
        files.put("坏.json", bytes("{\"releases\": [\n" + TRANSLATION + ",\n  {\"ocid\": oops}]}"));
        files.put("readme.txt", bytes("About these files"));
        files.put("last.json", bytes(TRANSLATION.replace("ocds-1", "ocds-3")));

        var read = Imports.ocds(Imports.zip(files));

        assertThat(read.imported()).extracting(row -> row.source().reference()).containsExactly("ocds-1", "ocds-3");
        assertThat(read.skipped()).singleElement().satisfies(row -> assertThat(row.problems().getFirst().code()).isEqualTo(ProblemCode.NOT_JSON));
        var problem = read.rejected().getFirst().problems().getFirst();
        assertThat(problem.args()).startsWith("坏.json", 8, 12);
        assertThat(new ImportMessages().say(problem, Locale.CHINA)).startsWith("坏.json：第 8 行第 12 列处损坏");
    }

    @Test
    void givenABrokenLineOfReleases_whenRead_thenOnlyThatLineIsRefused() {
        var line = TRANSLATION.replace("\n", "");

        var read = Imports.ocds(line + "\n" + line.substring(0, 50) + "\n" + line.replace("ocds-1", "ocds-3"));

        assertThat(read.imported()).hasSize(2);
        assertThat(read.rejected()).singleElement()
                .satisfies(row -> assertThat(row.problems().getFirst().args()).startsWith("tenders.json", 2));
    }

    @Test
    void givenGoodsAndWorksAndPlans_whenRead_thenTheyAreLeftOutEachWithItsReason() {
        assertThat(Imports.ocds(TRANSLATION.replace("\"services\"", "\"goods\"")).codes()).containsExactly(ProblemCode.GOODS);
        assertThat(Imports.ocds(TRANSLATION.replace("\"services\"", "\"works\"")).codes()).containsExactly(ProblemCode.WORKS);
        assertThat(Imports.ocds(TRANSLATION.replace("\"active\"", "\"planned\"")).codes()).containsExactly(ProblemCode.PLANNED);
        assertThat(Imports.ocds("{\"ocid\": \"a\", \"tag\": [\"planning\"], \"planning\": {\"rationale\": \"x\"}}").codes()).containsExactly(ProblemCode.PLANNED);
        assertThat(Imports.ocds("{\"ocid\": \"a\", \"releases\": [{\"url\": \"https://example.org/1\"}]}").codes())
                .containsExactly(ProblemCode.LINKED_RELEASES);
    }

    @Test
    void givenACancelledTender_whenRead_thenItSaysWhichDemandLeavesTheMarket() {
        var read = Imports.ocds(TRANSLATION.replace("\"active\"", "\"cancelled\""));

        assertThat(read.skipped()).singleElement().satisfies(row -> {
            assertThat(row.problems().getFirst().code()).isEqualTo(ProblemCode.CANCELLED);
            assertThat(row.cancelled()).isNotNull();
        });
    }

    @Test
    void givenARecordWithoutCompiledRelease_whenRead_thenLaterReleasesAreLaidOverEarlierOnes() {
        var later = "{\"ocid\": \"ocds-1\", \"id\": \"r2\", \"date\": \"2026-09-05T10:00:00Z\", \"tag\": [\"tenderUpdate\"], \"tender\": {\"title\": \"\", \"tenderPeriod\": {\"endDate\": \"2027-01-15T12:00:00+01:00\"}}}";

        var demand = Imports.ocds("{\"ocid\": \"ocds-1\", \"releases\": [" + later + "," + TRANSLATION + "]}").only();

        assertThat(demand.content().title()).isEqualTo("Translation of museum guides");
        assertThat(demand.content().validUntil()).isEqualTo("2027-01-15T11:00:00Z");
        assertThat(demand.source().releaseId()).isEqualTo("r2");
    }

    @Test
    void givenOddlyWrittenValues_whenRead_thenTheyAreUnderstoodOrLeftOut() {
        var odd = """
                {"ocid": 4711, "id": 12, "date": "2026-09-01", "tag": "tender", "language": "md", "packageInfo": {"publisher": "DSP"},
                 "buyer": [{"name_en": "Ministry of Health"}],
                 "tender": [{"title_en": "Audit services", "description": null, "items": {"classification": {"scheme": "CPV", "id": 79210000}},
                   "value": {"amount": "12,500.50", "currency": "MDL"}, "minValue": {"amount": 0, "currency": ""}, "tederPeriod": {"endDate": "01.12.2026"}}]}""";

        var demand = Imports.ocds(odd).only();

        assertThat(demand.source().reference()).isEqualTo("4711");
        assertThat(demand.source().publisher()).isEqualTo("DSP");
        assertThat(demand.source().buyerName()).isEqualTo("Ministry of Health");
        assertThat(demand.content().language()).isEqualTo(new LanguageCode("ro"));
        assertThat(demand.content().category()).isEqualTo("SJ212");
        assertThat(demand.content().statedPrice().orElseThrow().max()).isEqualByComparingTo("12500.5");
        assertThat(demand.content().validUntil()).isEqualTo("2026-12-01T23:59:59Z");
    }

    @Test
    void givenAnAwardedTenderWithoutAnEnd_whenRead_thenItIsOverSinceItsRelease() {
        var awarded = TRANSLATION.replace(", \"tenderPeriod\": {\"endDate\": \"2026-12-01\"}", "").replace("[\"tender\"]", "[\"award\"]");

        assertThat(Imports.ocds(awarded).only().content().validUntil()).isEqualTo("2026-09-01T10:00:00Z");
    }

    @Test
    void givenNoClassification_whenRead_thenTheWordsOfTheTextDecide() {
        var bare = "{\"ocid\": \"a\", \"id\": \"1\", \"tender\": {\"title\": \"%s\", \"status\": \"active\"}}";

        assertThat(Imports.ocds(bare.formatted("Consultancy on software outsourcing and custom development")).only())
                .satisfies(row -> assertThat(row.content().category()).isEqualTo("SI21"))
                .satisfies(row -> assertThat(row.problems()).extracting(RowProblem::code)
                        .containsExactlyInAnyOrder(ProblemCode.CATEGORY_GUESSED, ProblemCode.LANGUAGE_GUESSED));
        assertThat(Imports.ocds(bare.formatted("Supply of office furniture")).codes()).containsExactly(ProblemCode.GOODS);
        assertThat(Imports.ocds(bare.formatted("Lot 7")).codes()).containsExactly(ProblemCode.UNCLASSIFIED);
    }

    @Test
    void givenLongTexts_whenRead_thenTheyAreCutAtAWordWithAnEllipsis() {
        var demand = Imports.ocds(TRANSLATION.replace("Guides &amp; labels.", "Labels for all rooms. ".repeat(600))
                .replace("Translation of museum guides", "Translation of museum guides and labels for every room of the house ".repeat(4))).only();

        assertThat(demand.content().title()).hasSizeLessThanOrEqualTo(150).endsWith("…").doesNotContain(" …");
        assertThat(demand.content().description()).hasSizeLessThanOrEqualTo(8_000).endsWith("rooms.…");
        assertThat(demand.problems()).extracting(RowProblem::code).contains(ProblemCode.TITLE_CUT, ProblemCode.DESCRIPTION_CUT);
    }

    @Test
    void givenNonsense_whenReadAsTenders_thenTheFileIsRefused() {
        assertThat(Imports.ocds(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}).refusal().code()).isEqualTo(ProblemCode.FILE_NO_OCDS);
        assertThat(Imports.ocds("").refusal().code()).isEqualTo(ProblemCode.FILE_EMPTY);
        assertThat(Imports.ocds("{\"releases\": []}").refusal().code()).isEqualTo(ProblemCode.FILE_NO_OCDS);
        assertThat(Imports.ocds("{\"name\": \"x\"}").rejected().getFirst().problems().getFirst().code()).isEqualTo(ProblemCode.NO_OCID);
        assertThat(Imports.of(bytes(TRANSLATION), "x.json", ImportFormat.OCDS, PostingKind.OFFERING).refusal().code()).isEqualTo(ProblemCode.OCDS_ARE_DEMANDS);
    }

    @Test
    void givenAnArchiveThatUnpacksToGigabytes_whenRead_thenItIsRefused() {
        var files = new LinkedHashMap<String, byte[]>();
        var zeros = new byte[8 << 20];
        for (int i = 0; i < 30; i++) {
            files.put(i + ".json", zeros);
        }

        assertThat(Imports.ocds(Imports.zip(files)).refusal().code()).isEqualTo(ProblemCode.FILE_UNPACKS_TOO_LARGE);
    }

    @Test
    void givenDeeplyNestedJson_whenRead_thenItIsRefusedWithThePlace() {
        var deep = "{\"ocid\": \"a\", \"tender\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThat(Imports.ocds(deep).codes()).containsExactly(ProblemCode.BROKEN_JSON);
    }

    @Test
    void givenMoreReleasesThanAllowed_whenRead_thenTheFileIsRefused() {
        var line = "{\"ocid\": \"a\", \"tag\": [\"planning\"], \"planning\": {\"a\": 1}}\n";

        assertThat(Imports.ocds(line.repeat(20_001)).refusal().code()).isEqualTo(ProblemCode.FILE_TOO_MANY_ROWS);
    }

    @Test
    void givenReleasesOfOneTender_whenDeciding_thenOnlyANewerOneUpdates() {
        var first = release("r1", "2026-09-01T00:00:00Z");

        assertThat(ImportDecision.decide(null, first, false)).isEqualTo(ImportDecision.CREATED);
        assertThat(ImportDecision.decide(first, first, false)).isEqualTo(ImportDecision.UNCHANGED);
        assertThat(ImportDecision.decide(first, release("r0", "2026-08-01T00:00:00Z"), false)).isEqualTo(ImportDecision.UNCHANGED);
        assertThat(ImportDecision.decide(first, release("r2", "2026-09-01T00:00:00Z"), false)).isEqualTo(ImportDecision.UPDATED);
        assertThat(ImportDecision.decide(first, release("r0", "2026-10-01T00:00:00Z"), true)).isEqualTo(ImportDecision.UPDATED);
    }

    private static Source release(String id, String date) {
        return new Source("p", "ocds-1", null, null, null, id, Instant.parse(date));
    }

    private static byte[] gzipped(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
