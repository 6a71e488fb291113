package io.fairbridge.posting.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.PostingKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablePostingReaderTest {

    private static final String CHINESE = """
            编号,标题,服务描述,服务类别,目标市场,交付模式,工作语言,价格,币种,有效期至,公司名称,国家
            A-1,软件本地化与测试,"为出口软件提供本地化、测试,含文档。",计算机软件,德国、法国;美国,跨境交付、模式四,中文|英语,15万-20万,人民币,2026年12月31日,杭州云桥科技有限公司,中国
            """;

    @Test
    void givenAChineseTableInGb18030_whenRead_thenEverythingIsUnderstood() {
        var file = CHINESE.getBytes(Charset.forName("GB18030"));

        var offering = Imports.of(file, "服务.csv", ImportFormat.CSV, PostingKind.OFFERING).only();

        var content = offering.content();
        assertThat(content.title()).isEqualTo("软件本地化与测试");
        assertThat(content.language()).isEqualTo(LanguageCode.CHINESE);
        assertThat(content.category()).isEqualTo("SI21");
        assertThat(content.markets()).extracting(CountryCode::value).containsExactlyInAnyOrder("DE", "FR", "US");
        assertThat(content.deliveryModes()).containsExactlyInAnyOrder(DeliveryMode.CROSS_BORDER, DeliveryMode.PRESENCE_OF_NATURAL_PERSONS);
        assertThat(content.languages()).containsExactlyInAnyOrder(LanguageCode.CHINESE, LanguageCode.ENGLISH);
        assertThat(content.statedPrice().orElseThrow().min()).isEqualTo(BigDecimal.valueOf(150_000));
        assertThat(content.statedPrice().orElseThrow().max()).isEqualTo(BigDecimal.valueOf(200_000));
        assertThat(content.statedPrice().orElseThrow().currency().getCurrencyCode()).isEqualTo("CNY");
        assertThat(content.validUntil()).isEqualTo("2026-12-31T23:59:59Z");
        assertThat(offering.source().reference()).isEqualTo("A-1");
        assertThat(offering.source().publisher()).isEqualTo("服务.csv");
        assertThat(offering.source().buyerName()).isEqualTo("杭州云桥科技有限公司");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK"})
    void givenAnyUsualEncoding_whenRead_thenTheTextIsTheSame(String charset) {
        var file = CHINESE.getBytes(Charset.forName(charset));

        assertThat(Imports.of(file, "a.csv", ImportFormat.CSV, PostingKind.OFFERING).only().content().title()).isEqualTo("软件本地化与测试");
    }

    @Test
    void givenAByteOrderMark_whenRead_thenItIsNoPartOfTheFirstHeader() {
        assertThat(Imports.csv("\uFEFF" + CHINESE).only().source().reference()).isEqualTo("A-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void givenAnySeparator_whenRead_thenItIsSeen(String separator) {
        var table = "Title*,Service Category,Description,Price from,Currency\nAudit of firms,SJ212,\"Accounts, taxes; all\",\"1200\",EUR\n"
                .replace("Accounts, taxes", "Accounts and taxes").replace(",", separator);

        assertThat(Imports.csv(table).only().content().statedPrice().orElseThrow().min()).isEqualByComparingTo("1200");
    }

    @Test
    void givenARowWithManyMistakes_whenRead_thenAllAreToldAtOnceWithTheirColumns() {
        var table = """
                Title,Description,Category,Markets,Mode of supply,Price min,Price max,Currency,Valid until,Link,Kind
                ,Text of it,Zirkus,Atlantis; CN,9,100,50,EUR,03/04/2027,ftp://x,demand
                Good,"The text of it",SI2,,,,,,,,offering
                """;

        var read = Imports.csv(table);

        assertThat(read.imported()).hasSize(1);
        assertThat(read.rejected().getFirst().problems()).extracting(RowProblem::row, RowProblem::column, RowProblem::code).containsExactlyInAnyOrder(
                tuple("Kind", ProblemCode.KIND_MISMATCH), tuple("Title", ProblemCode.REQUIRED), tuple("Category", ProblemCode.UNKNOWN_CATEGORY),
                tuple("Markets", ProblemCode.UNKNOWN_COUNTRY), tuple("Mode of supply", ProblemCode.UNKNOWN_MODE),
                tuple("Price min", ProblemCode.PRICE_ENDS), tuple("Valid until", ProblemCode.DATE_AMBIGUOUS), tuple("Link", ProblemCode.URL));
    }

    private static org.assertj.core.groups.Tuple tuple(String column, ProblemCode code) {
        return org.assertj.core.groups.Tuple.tuple(1, column, code);
    }

    @Test
    void givenEveryProblem_whenSaid_thenItHasWordsInBothLanguages() {
        var messages = new ImportMessages();

        for (var code : ProblemCode.values()) {
            var problem = RowProblem.of(1, null, code, "a", "b", "c", "d");
            assertThat(messages.say(problem, Locale.ENGLISH)).isNotBlank().doesNotContain("{");
            assertThat(messages.say(problem, Locale.SIMPLIFIED_CHINESE)).isNotBlank().doesNotContain("{").containsPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "USD 3,000 - 5,000 | 3000 | 5000 | USD", "1.234,50 € | 1234.5 | 1234.5 | EUR", "up to GBP 40 000 | | 40000 | GBP",
        "不超过30万元 | | 300000 | CNY", "10-15万美元 | 100000 | 150000 | USD", "2亿日元起 | 200000000 | | JPY", "HK$ 900以上 | 900 | | HKD"})
    void givenAPriceInOneCell_whenRead_thenBothEndsAndTheCurrencyAreSeen(String cell, String min, String max, String currency) {
        var price = Imports.csv("title\tdescription\tcategory\tprice\nA service\tThe text of it\tSI2\t" + cell.strip() + "\n").only()
                .content().statedPrice().orElseThrow();

        assertThat(price.min()).isEqualTo(min == null ? null : new BigDecimal(min));
        assertThat(price.max()).isEqualTo(max == null ? null : new BigDecimal(max));
        assertThat(price.currency().getCurrencyCode()).isEqualTo(currency);
    }

    @Test
    void givenASingleAmount_whenItIsADemand_thenItIsTheUpperEnd() {
        var demand = Imports.demands("title,description,category,budget\nA service,The text of it,SI2,EUR 500\n").only();

        assertThat(demand.content().statedPrice().orElseThrow().min()).isNull();
        assertThat(demand.content().statedPrice().orElseThrow().max()).isEqualByComparingTo("500");
    }

    @Test
    void givenAnAmountWhoseCurrencyIsNotSure_whenRead_thenItIsAskedFor() {
        assertThat(Imports.csv("title,description,category,price\nA service,The text of it,SI2,$500\n").codes()).containsExactly(ProblemCode.CURRENCY_NOT_TOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-31", "2026/12/31", "31.12.2026", "31/12/2026", "12/31/2026", "2026年12月31日", "20261231", "Dec 31, 2026",
        "31 December 2026", "31st Dec 2026"})
    void givenADateInAnyUsualForm_whenRead_thenItIsTheEndOfThatDay(String date) {
        assertThat(Dates.read(date).time()).hasValueSatisfying(time -> assertThat(time).isEqualTo("2026-12-31T23:59:59Z"));
    }

    @Test
    void givenAPastDate_whenRead_thenTheRowGoesInWithANote() {
        var row = Imports.csv("title,description,category,deadline\nA service,The text of it,SI2,2020-01-01\n").only();

        assertThat(row.problems()).extracting(RowProblem::code).containsExactly(ProblemCode.PAST);
    }

    @Test
    void givenNoReferences_whenTheFileComesTwice_thenTheRowsHaveTheSameOnes() {
        var table = "title,description,category\nAudit for exporters,The text of it,SJ212\n翻译服务,各类文件的翻译,SJ35\n";

        var first = Imports.csv(table).imported();
        var second = Imports.csv(table).imported();

        assertThat(first).hasSize(2).isEqualTo(second);
        assertThat(first.get(0).source().reference()).startsWith("sha256-").isNotEqualTo(first.get(1).source().reference());
        assertThat(ImportDecision.decide(first.get(0).source(), second.get(0).source(), true)).isEqualTo(ImportDecision.UNCHANGED);
        assertThat(ImportDecision.decide(first.get(0).source(), second.get(0).source(), false)).isEqualTo(ImportDecision.UPDATED);
    }

    @Test
    void givenTwoRowsWithOneReference_whenRead_thenTheSecondIsRejected() {
        var read = Imports.csv("id,title,description,category\n7,Audit,The text of it,SJ212\n7,Tax advice,The text of it,SJ212\n");

        assertThat(read.rejected()).singleElement().satisfies(row -> assertThat(row.problems().getFirst())
                .isEqualTo(RowProblem.of(2, "id", ProblemCode.DUPLICATE_REFERENCE, "7", 1)));
    }

    @Test
    void givenAHeaderThatCannotBe_whenRead_thenTheFileIsRefusedWithTheColumn() {
        assertThat(Imports.csv("title,description\nA,B\n").refusal()).isEqualTo(RowProblem.of(0, "category", ProblemCode.COLUMN_MISSING, "category"));
        assertThat(Imports.csv("title,标题,description,category\nA,B,C,SI2\n").refusal().code()).isEqualTo(ProblemCode.COLUMN_TWICE);
        assertThat(Imports.csv("foo,bar\n1,2\n").refusal().code()).isEqualTo(ProblemCode.FILE_NO_HEADER);
        assertThat(Imports.csv("\n\n").refusal().code()).isEqualTo(ProblemCode.FILE_EMPTY);
    }

    @Test
    void givenAnUnknownColumn_whenRead_thenItIsNotedAndTheRowsGoIn() {
        var read = Imports.csv("title,description,category,Shoe size\nA service,The text of it,SI2,43\n");

        assertThat(read.imported()).hasSize(1);
        assertThat(read.codes()).containsExactly(ProblemCode.UNKNOWN_COLUMN);
    }

    @Test
    void givenAFileOfAnotherKind_whenReadAsCsv_thenItIsRefused() {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 1, 0};

        assertThat(Imports.of(png, "a.csv", ImportFormat.CSV, PostingKind.OFFERING).refusal().code()).isEqualTo(ProblemCode.FILE_NOT_TEXT);
        assertThat(Imports.of(Imports.zip(Map.of("a", new byte[1])), "a.csv", ImportFormat.CSV, PostingKind.OFFERING).refusal().code())
                .isEqualTo(ProblemCode.FILE_NOT_TEXT);
    }

    @Test
    void givenAHugeCellOrAQuoteWithoutEnd_whenRead_thenTheFileIsRefused() {
        assertThat(Imports.csv("title,description,category\n" + "x".repeat(200_000) + ",b,SI2\n").refusal().code()).isEqualTo(ProblemCode.FILE_NOT_TABLE);
        assertThat(Imports.csv("title,description,category\n\"never closed " + "x\n".repeat(100_000)).refusal().code()).isEqualTo(ProblemCode.FILE_NOT_TABLE);
    }

    @Test
    void givenAFileThatIsTooLarge_whenRead_thenItIsRefused() {
        var large = new byte[(int) ImportLimits.FILE_BYTES + 1];

        assertThat(Imports.of(large, "a.csv", ImportFormat.CSV, PostingKind.OFFERING).refusal().code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void givenAWorkbook_whenRead_thenNumbersDatesAndResultsOfFormulasAreTaken() {
        var file = workbook(sheet -> {
            sheet.value(0, 0, "Our services 2026");
            fill(sheet, 2, List.of("编号", "标题 Title", "描述", "类别", "最低价", "币种", "有效期", "市场"));
            fill(sheet, 3, List.of("7", "Audit for exporters", "Accounts and taxes of the firm", "SJ212 Accounting"));
            sheet.value(3, 0, 7);
            sheet.value(3, 4, 1200.5);
            sheet.value(3, 5, "USD");
            sheet.value(3, 6, LocalDate.of(2026, 12, 31));
            sheet.style(3, 6).format("yyyy-mm-dd").set();
            sheet.value(3, 7, "不限");
        });

        var row = Imports.of(file, "a.xlsx", ImportFormat.XLSX, PostingKind.OFFERING).only();

        assertThat(row.row()).isEqualTo(1);
        assertThat(row.source().reference()).isEqualTo("7");
        assertThat(row.content().category()).isEqualTo("SJ212");
        assertThat(row.content().markets()).isEmpty();
        assertThat(row.content().statedPrice().orElseThrow().min()).isEqualTo(new BigDecimal("1200.5"));
        assertThat(row.content().validUntil()).isEqualTo("2026-12-31T23:59:59Z");
    }

    @Test
    void givenAFormulaThatWasNeverCalculated_whenRead_thenItIsNotCalculatedHere() {
        var file = workbook(sheet -> {
            fill(sheet, 0, List.of("title", "description", "category"));
            fill(sheet, 1, List.of("", "The text of it", "SI2"));
            sheet.formula(1, 0, "WEBSERVICE(\"http://localhost/\")");
        });

        assertThat(Imports.of(file, "a.xlsx", ImportFormat.XLSX, PostingKind.OFFERING).codes()).containsExactly(ProblemCode.REQUIRED);
    }

    @Test
    void givenNoWorkbook_whenReadAsOne_thenItIsRefused() {
        assertThat(xlsx("title,description".getBytes(StandardCharsets.UTF_8)).refusal().code()).isEqualTo(ProblemCode.FILE_NOT_WORKBOOK);
        assertThat(xlsx(Imports.zip(Map.of("a.txt", new byte[10]))).refusal().code()).isEqualTo(ProblemCode.FILE_NOT_WORKBOOK);
        assertThat(xlsx(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}).refusal().code()).isEqualTo(ProblemCode.FILE_OLD_WORKBOOK);
        var whole = workbook(sheet -> fill(sheet, 0, List.of("title", "description", "category")));
        assertThat(xlsx(java.util.Arrays.copyOf(whole, whole.length / 2)).refusal().code()).isEqualTo(ProblemCode.FILE_NOT_WORKBOOK);
    }

    @Test
    void givenAWorkbookThatUnpacksToGigabytes_whenRead_thenItIsRefusedBeforeItIsParsed() {
        var bomb = Imports.zip(Map.of("xl/sharedStrings.xml", new byte[(int) ImportLimits.UNPACKED_BYTES + 1]));

        assertThat(xlsx(bomb).refusal().code()).isEqualTo(ProblemCode.FILE_UNPACKS_TOO_LARGE);
    }

    private static Imports xlsx(byte[] file) {
        return Imports.of(file, "a.xlsx", ImportFormat.XLSX, PostingKind.OFFERING);
    }

    private static void fill(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, cells.get(i));
        }
    }

    private static byte[] workbook(Consumer<Worksheet> content) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet("Services"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
