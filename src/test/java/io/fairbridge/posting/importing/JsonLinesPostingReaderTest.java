package io.fairbridge.posting.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.posting.PostingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesPostingReaderTest {

    private static final String LINE = """
            {"id": "o-1", "kind": "OFFERING", "lang": "en", "title": "Testing of toys", "description": "For export.", "category": "SJ313", \
            "country": "CN", "markets": ["*"], "deliveryModes": ["CROSS_BORDER"], "languages": ["en"], \
            "price": {"min": null, "max": 200, "currency": "USD"}, "organisation": "Ningbo Lab"}""";

    @ParameterizedTest
    @CsvSource({"dev/offerings, OFFERING, 300", "dev/demands, DEMAND, 80", "plain/offerings, OFFERING, 120", "plain/demands, DEMAND, 40"})
    void givenARelevanceCollection_whenRead_thenItGoesInAsItIs(String name, PostingKind kind, int lines) {
        var read = Imports.of(Imports.bytes(Imports.shared("eval/" + name + ".jsonl")), name + ".jsonl", ImportFormat.JSONL, kind);

        assertThat(read.imported()).hasSize(lines);
        assertThat(read.rows()).hasSize(lines).allSatisfy(row -> assertThat(row.problems()).isEmpty());
    }

    @Test
    void givenALine_whenRead_thenItsSourceTellsWhereItCameFrom() {
        var row = Imports.jsonLines(LINE).only();

        assertThat(row.content().markets()).isEmpty();
        assertThat(row.content().statedPrice().orElseThrow().min()).isNull();
        assertThat(row.source().reference()).isEqualTo("o-1");
        assertThat(row.source().publisher()).isEqualTo("rows.jsonl");
        assertThat(row.source().buyerName()).isEqualTo("Ningbo Lab");
        assertThat(row.source().country()).isEqualTo(new CountryCode("CN"));
    }

    @Test
    void givenABrokenLine_whenRead_thenItIsRejectedWithThePlaceAndTheOthersGoIn() {
        var read = Imports.jsonLines(LINE + "\n{\"id\": \"o-2\", \"title\": }\n\n[1]\n" + LINE.replace("o-1", "o-3"));

        assertThat(read.imported()).extracting(row -> row.source().reference()).containsExactly("o-1", "o-3");
        assertThat(read.rejected()).extracting(ImportRow::row).containsExactly(2, 4);
        assertThat(read.rejected().getFirst().problems().getFirst().args()).startsWith(2, 24);
    }

    @Test
    void givenALineOfTheOtherKind_whenRead_thenItIsRejected() {
        assertThat(Imports.jsonLines(LINE.replace("OFFERING", "DEMAND")).codes()).containsExactly(ProblemCode.KIND_MISMATCH);
    }

    @Test
    void givenValuesOfWrongTypes_whenRead_thenEachIsToldWithItsName() {
        var odd = LINE.replace("\"Testing of toys\"", "{\"en\": \"x\"}").replace("[\"*\"]", "[\"CN\", 5]")
                .replace("\"max\": 200", "\"max\": -1").replace("\"USD\"", "\"XYZ\"");

        assertThat(Imports.jsonLines(odd).rejected().getFirst().problems()).extracting(RowProblem::column)
                .contains("title", "markets", "price.max", "price.currency");
    }

    @Test
    void givenANumberOfAThousandDigits_whenRead_thenTheLineIsRejected() {
        assertThat(Imports.jsonLines(LINE.replace("200", "1e999999999")).codes()).containsExactly(ProblemCode.OUT_OF_RANGE);
        assertThat(Imports.jsonLines(LINE.replace("200", "9".repeat(1_000))).codes()).containsExactly(ProblemCode.BROKEN_LINE);
    }
}
