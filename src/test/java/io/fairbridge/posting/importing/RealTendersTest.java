package io.fairbridge.posting.importing;

import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.importing.ImportRow.ImportedPosting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The files of five publishers as they really are.
class RealTendersTest {

    @Test
    void givenTaiwansNotices_whenRead_thenItsMarkForServicesDecides() {
        assertThat(outcomes("taiwan")).containsOnly(entry("imported", 4L), entry("GOODS", 4L), entry("WORKS", 3L));
    }

    @Test
    void givenNewSouthWales_whenRead_thenConstructionIsLeftOutThoughUnspscCallsItAService() {
        assertThat(outcomes("new-south-wales")).containsOnly(entry("imported", 3L), entry("WORKS", 6L), entry("GOODS", 1L));
    }

    @Test
    void givenMoldovasRecords_whenRead_thenTheAwardTellsWhatTheTenderDoesNot() {
        assertThat(outcomes("moldova-records")).containsOnly(entry("imported", 1L), entry("GOODS", 2L), entry("UNCLASSIFIED", 1L));
        assertThat(imported("moldova-records").getFirst().content())
                .satisfies(content -> assertThat(content.title()).startsWith("Servicii de spalare si testare hidropneumatica"))
                .satisfies(content -> assertThat(content.language()).isEqualTo(new LanguageCode("ro")));
    }

    @Test
    void givenCanadasContracts_whenRead_thenTheyAreLeftOutSinceThereIsNoTender() {
        assertThat(outcomes("buyandsell")).containsOnly(entry("NO_TENDER", 12L));
    }

    @Test
    void givenTheUnitedKingdom_whenRead_thenAListOfBuildersIsWorksThoughClassifiedAsComputing() {
        assertThat(outcomes("uk-contracts-finder")).containsOnly(entry("imported", 10L), entry("WORKS", 2L));
    }

    @Test
    void givenTheSameReleaseInTwoVersionsOfTheStandard_whenReadOneAfterTheOther_thenTheSecondChangesNothing() {
        var byReference = imported("uk-contracts-finder").stream().collect(groupingBy(row -> row.source().reference()));

        assertThat(byReference).hasSize(5).allSatisfy((_, rows) -> {
            assertThat(rows).hasSize(2);
            assertThat(ImportDecision.decide(rows.get(0).source(), rows.get(1).source(), false)).isEqualTo(ImportDecision.UNCHANGED);
            assertThat(rows.get(0).content()).isEqualTo(rows.get(1).content());
        });
    }

    @Test
    void givenAnyRealTender_whenRead_thenItsContentKeepsTheLimitsAndHoldsNoMarkup() {
        assertThat(everything()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.content().title()).isNotBlank().hasSizeLessThanOrEqualTo(150).doesNotContain("<", "&nbsp;");
            assertThat(row.content().description()).isNotBlank().hasSizeLessThanOrEqualTo(8_000).doesNotContain("<p", "&nbsp;", "&rsquo;");
            assertThat(row.content().category()).isNotNull().startsWith("S").isNotEqualTo("S");
            assertThat(row.source().buyerName()).isNotBlank();
            assertThat(row.source().country()).isNotNull();
            assertThat(row.source().releaseDate()).isNotNull();
            assertThat(row.problems()).extracting(RowProblem::code).containsOnly(ProblemCode.TENDER_CLOSED);
        });
    }

    @Test
    void givenTheCountriesOfTheBuyers_whenNoAddressTellsThem_thenPublisherOrCurrencyDoes() {
        assertThat(countries("new-south-wales")).containsOnly("AU");
        assertThat(countries("taiwan")).containsOnly("TW");
        assertThat(countries("moldova-records")).containsOnly("MD");
        assertThat(countries("uk-contracts-finder")).containsOnly("GB");
    }

    @Test
    void givenATaiwaneseNotice_whenRead_thenItsOddPlacesAreUnderstood() {
        var architecture = imported("taiwan").stream().filter(row -> "SJ311".equals(row.content().category())).findFirst().orElseThrow();

        assertThat(architecture.content().title()).isEqualTo("圖書館暨健康中心整修工程設計監造委託技術服務");
        assertThat(architecture.content().statedPrice().orElseThrow().max()).isEqualTo(BigDecimal.valueOf(216_081));
        assertThat(architecture.content().validUntil()).isEqualTo("2014-02-07T23:59:59Z");
        assertThat(architecture.content().markets()).containsExactly(new CountryCode("TW"));
        assertThat(architecture.source().publisher()).isEqualTo("DSP,Inc.");
        assertThat(architecture.source().buyerName()).isEqualTo("臺北市萬華區西園國民小學");
    }

    @Test
    void givenAnArchitectsTender_whenRead_thenTheNoticeIsLinked() {
        var belmont = imported("new-south-wales").getFirst();

        assertThat(belmont.source().url()).hasToString(
                "http://tenders.nsw.gov.au/?event=public.RFT.viewDocuments&rftuuid=0B980BC7-FB94-5FC4-D587404FC31576A7");
        assertThat(belmont.content().description()).contains("Principal Design Consultancy for Belmont Hospital");
    }

    @Test
    void givenAllRealFilesInOneArchive_whenRead_thenItIsAsIfTheyCameOneByOne() {
        var files = new TreeMap<String, byte[]>();
        files("").forEach(file -> files.put("tenders/" + file.getParent().getFileName() + "/" + file.getFileName(), Imports.bytes(file)));

        var all = Imports.ocds(Imports.zip(files));

        assertThat(all.rows()).hasSize(files.size()).hasSize(50);
        assertThat(all.imported()).hasSize(18);
        assertThat(all.rejected()).isEmpty();
    }

    private static Map<String, Long> outcomes(String publisher) {
        return files(publisher).stream().flatMap(file -> Imports.ocds(Imports.bytes(file)).rows().stream())
                .collect(groupingBy(row -> row instanceof ImportedPosting ? "imported" : row.problems().getLast().code().name(), counting()));
    }

    private static List<ImportedPosting> imported(String publisher) {
        return files(publisher).stream().flatMap(file -> Imports.ocds(Imports.bytes(file)).imported().stream()).toList();
    }

    private static List<ImportedPosting> everything() {
        return imported("");
    }

    private static List<String> countries(String publisher) {
        return imported(publisher).stream().map(row -> String.valueOf(row.source().country())).toList();
    }

    private static List<Path> files(String publisher) {
        try (Stream<Path> files = Files.walk(Imports.shared("data/ocds/" + publisher))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
