package io.fairbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.testing.FairbridgeTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the upload to the report, as a client does it.
@FairbridgeTest
class ImportPostingsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String IMPORT = """
            mutation ImportPostings($input: ImportPostingsInput!) {
              importPostings(input: $input) {
                report { rowCount createdCount updatedCount unchangedCount skippedCount rejectedCount problems { row column code message } }
                errors { code message path }
              }
            }""";
    private static final String TENDER = """
            {"ocid": "ocds-1", "id": "%s", "date": "%s", "tag": ["tender"], "language": "en", "buyer": {"name": "City of Lausanne"},
             "tender": {"title": "%s", "description": "Guides and labels into Chinese.", "status": "%s", "mainProcurementCategory": "services",
              "items": [{"classification": {"scheme": "CPV", "id": "79530000-8"}}], "tenderPeriod": {"endDate": "2099-12-01"}}}""";
    private static final String TABLE = """
            编号,标题,描述,类别
            A-1,软件本地化,为出口软件提供本地化与测试。,计算机软件
            A-2,,没有标题的服务。,马戏
            A-3,文件翻译,各类技术文件的翻译。,SJ35
            """;

    @LocalServerPort
    private int port;

    private String token;
    private String organisation;

    @BeforeEach
    void givenAFirmThatOffersAndBuys() {
        token = signedUp();
        organisation = graphQl("mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { id } errors { code } } }",
                Map.of("name", "Silk Road Soft", "country", "CN", "capacities", List.of("EXPORTER", "BUYER")))
                .at("/data/createOrganisation/organisation/id").stringValue();
    }

    @Test
    void givenATable_whenImported_thenTheGoodRowsGoInAndTheOthersAreToldByRowAndColumn() {
        var report = imported(TABLE.getBytes(Charset.forName("GB18030")), "服务.csv", "OFFERING", "CSV", false).at("/report");

        assertCounts(report, 3, 2, 0, 0, 0, 1);
        assertThat(report.at("/problems")).extracting(problem -> problem.at("/row").asInt(), problem -> problem.at("/column").asString(), problem -> problem.at("/code").asString())
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(2, "标题", "REQUIRED"), org.assertj.core.groups.Tuple.tuple(2, "类别", "UNKNOWN_CATEGORY"));
        assertThat(report.at("/problems/1/message").stringValue()).contains("马戏");
    }

    @Test
    void givenADryRun_whenItIsOver_thenNothingIsThereAndTheImportDoesWhatItSaid() {
        var dry = imported(TABLE.getBytes(StandardCharsets.UTF_8), "a.csv", "OFFERING", "CSV", true).at("/report");
        var real = imported(TABLE.getBytes(StandardCharsets.UTF_8), "a.csv", "OFFERING", "CSV", false).at("/report");

        assertThat(dry).isEqualTo(real);
        assertCounts(real, 3, 2, 0, 0, 0, 1);
    }

    @Test
    void givenTheSameFileTwice_whenImported_thenTheSecondTimeNothingChanges() {
        imported(TABLE.getBytes(StandardCharsets.UTF_8), "a.csv", "OFFERING", "CSV", false);
        var revisions = postings();

        var again = imported(TABLE.getBytes(StandardCharsets.UTF_8), "a renamed.csv", "OFFERING", "CSV", false).at("/report");

        assertCounts(again, 3, 0, 0, 2, 0, 1);
        assertThat(postings()).isEqualTo(revisions);
        assertThat(revisions.at("/edges/0/node/source/publisher").stringValue()).isEqualTo("a.csv");
    }

    @Test
    void givenALineThatSaysSomethingElse_whenImportedAgain_thenItsPostingChanges() {
        imported(TABLE.getBytes(StandardCharsets.UTF_8), "a.csv", "OFFERING", "CSV", false);

        var again = imported(TABLE.replace("各类技术文件", "法律文件").getBytes(StandardCharsets.UTF_8), "a.csv", "OFFERING", "CSV", false).at("/report");

        assertCounts(again, 3, 0, 1, 1, 0, 1);
    }

    @Test
    void givenReleasesOfATender_whenImported_thenOnlyANewerOneChangesTheDemand() {
        var first = tender("r1", "2026-09-01T10:00:00Z", "Translation of guides", "active");
        var newer = tender("r2", "2026-09-05T10:00:00Z", "Translation of guides and labels", "active");

        assertCounts(tenders(first), 1, 1, 0, 0, 0, 0);
        assertCounts(tenders(first), 1, 0, 0, 1, 0, 0);
        assertCounts(tenders(newer), 1, 0, 1, 0, 0, 0);
        assertCounts(tenders(first), 1, 0, 0, 1, 0, 0);

        var demand = postings().at("/edges/0/node");
        assertThat(demand.at("/title").stringValue()).isEqualTo("Translation of guides and labels");
        assertThat(demand.at("/source/reference").stringValue()).isEqualTo("ocds-1");
        assertThat(demand.at("/source/buyerName").stringValue()).isEqualTo("City of Lausanne");
        assertThat(postings().at("/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void givenSeveralReleasesOfATenderInOneFile_whenImported_thenTheNewestHasTheLastWordInADryRunToo() {
        var file = "[" + tender("r2", "2026-09-05T10:00:00Z", "The newest", "active") + "," + tender("r1", "2026-09-01T10:00:00Z", "The first", "active") + "]";

        assertCounts(imported(file.getBytes(StandardCharsets.UTF_8), "t.json", "DEMAND", "OCDS", true).at("/report"), 2, 1, 0, 1, 0, 0);
        assertCounts(tenders(file), 2, 1, 0, 1, 0, 0);
        assertCounts(tenders(file), 2, 0, 0, 2, 0, 0);
        assertThat(postings().at("/edges/0/node/title").stringValue()).isEqualTo("The newest");
    }

    @Test
    void givenATenderThatIsCancelledLater_whenImported_thenItsDemandLeavesTheMarket() {
        tenders(tender("r1", "2026-09-01T10:00:00Z", "Translation of guides", "active"));
        var cancelled = tender("r2", "2026-09-05T10:00:00Z", "Translation of guides", "cancelled");

        assertCounts(tenders(cancelled), 1, 0, 1, 0, 0, 0);
        assertCounts(tenders(cancelled), 1, 0, 0, 0, 1, 0);
        assertThat(postings().at("/edges/0/node/status").stringValue()).isEqualTo("WITHDRAWN");
    }

    @Test
    void givenABrokenFileInAnArchive_whenImported_thenItsNeighboursGoInAndThePlaceIsTold() throws IOException {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("broken.json"));
            zip.write("{\"releases\": [\n  {\"ocid\": oops}]}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("good.json"));
            zip.write(tender("r1", "2026-09-01T10:00:00Z", "Translation of guides", "active").getBytes(StandardCharsets.UTF_8));
        }

        var report = imported(archive.toByteArray(), "t.zip", "DEMAND", "OCDS", false).at("/report");

        assertCounts(report, 2, 1, 0, 0, 0, 1);
        assertThat(report.at("/problems/0/message").stringValue()).startsWith("broken.json：第 2 行第 12 列处损坏");
    }

    @Test
    void givenAFileThatIsNoTable_whenImported_thenNothingIsReadAndTheReasonIsTold() {
        var result = imported(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0}, "a.csv", "OFFERING", "CSV", false);

        assertThat(result.at("/report").isNull()).isTrue();
        assertThat(result.at("/errors/0/code").stringValue()).isEqualTo("INVALID");
        assertThat(result.at("/errors/0/path/0").stringValue()).isEqualTo("uploadId");
        assertThat(result.at("/errors/0/message").stringValue()).contains("不是文本文件");
    }

    @Test
    void givenAStrangersUpload_whenImported_thenItIsNotFound() {
        var upload = upload(TABLE.getBytes(StandardCharsets.UTF_8), "a.csv");
        token = signedUp();

        var result = imported(upload, "OFFERING", "CSV", false);

        assertThat(result.at("/errors")).extracting(error -> error.at("/code").stringValue()).containsExactly("FORBIDDEN", "NOT_FOUND");
    }

    @Test
    void givenNobodySignedIn_whenUploading_thenItIsRefused() {
        token = "";

        assertThat(send(TABLE.getBytes(StandardCharsets.UTF_8), "a.csv").statusCode()).isEqualTo(401);
    }

    @Test
    void givenAnEmptyOrHugeFile_whenUploading_thenItIsRefusedWithTheReason() {
        assertThat(send(new byte[0], "a.csv")).satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400));
        assertThat(send(new byte[(50 << 20) + 1], "a.csv")).satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(413))
                .satisfies(answer -> assertThat(answer.body()).contains("LIMIT_EXCEEDED", "50 MB"));
    }

    @Test
    void givenTheLargestTable_whenTriedOut_thenTheReportComesWithinARequest() {
        var rows = new StringBuilder("id,title,description,category\n");
        IntStream.range(0, 20_000).forEach(i -> rows.append(i).append(",Service ").append(i).append(",\"What it is, in some words.\",SI2\n"));

        var report = imported(rows.toString().getBytes(StandardCharsets.UTF_8), "large.csv", "OFFERING", "CSV", true).at("/report");

        assertCounts(report, 20_000, 20_000, 0, 0, 0, 0);
    }

    private static String tender(String id, String date, String title, String status) {
        return TENDER.formatted(id, date, title, status);
    }

    private JsonNode tenders(String file) {
        return imported(file.getBytes(StandardCharsets.UTF_8), "t.json", "DEMAND", "OCDS", false).at("/report");
    }

    private static void assertCounts(JsonNode report, int rows, int created, int updated, int unchanged, int skipped, int rejected) {
        assertThat(List.of("rowCount", "createdCount", "updatedCount", "unchangedCount", "skippedCount", "rejectedCount"))
                .extracting(name -> report.path(name).asInt()).as(report.toString())
                .containsExactly(rows, created, updated, unchanged, skipped, rejected);
    }

    private JsonNode imported(byte[] file, String name, String kind, String format, boolean dryRun) {
        return imported(upload(file, name), kind, format, dryRun);
    }

    private JsonNode imported(String uploadId, String kind, String format, boolean dryRun) {
        var answer = graphQl(IMPORT, Map.of("organisationId", organisation, "kind", kind, "format", format, "uploadId", uploadId, "dryRun", dryRun));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/importPostings");
    }

    private String upload(byte[] file, String name) {
        return JSON.readTree(send(file, name).body()).path("uploadId").stringValue();
    }

    private HttpResponse<String> send(byte[] file, String name) {
        var head = "--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(file), BodyPublishers.ofString("\r\n--b0undary--\r\n"));
        return exchange(request("/uploads").header("Content-Type", "multipart/form-data; boundary=b0undary").POST(body));
    }

    private JsonNode postings() {
        return graphQl("query($id: ID!) { node(id: $id) { ... on Organisation { postings { totalCount edges { node { id revision status title source { publisher reference buyerName } } } } } } }",
                "id", organisation).at("/data/node/postings");
    }

    private String signedUp() {
        token = "";
        var answer = graphQl("mutation($input: SignUpInput!) { signUp(input: $input) { session { accessToken } errors { code message } } }",
                Map.of("email", UUID.randomUUID() + "@example.org", "password", "seven silk roads lead west", "displayName", "Li Na", "locale", "zh-CN"));
        return answer.at("/data/signUp/session/accessToken").stringValue();
    }

    private JsonNode graphQl(String document, Map<String, Object> input) {
        return graphQl(document, "input", input);
    }

    private JsonNode graphQl(String document, String variable, Object value) {
        var body = JSON.writeValueAsString(Map.of("query", document, "variables", Map.of(variable, value)));
        return JSON.readTree(exchange(request("/graphql").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))).body());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept-Language", "zh-CN");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
