package io.fairbridge.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// `java -jar target/fairbridge.jar`, as a person starts it. JUnit's temporary folder may be read by its owner only, so
/// as root these tests also show that Elasticsearch starts below such a folder.
@EnabledOnOs(OS.LINUX)
class PackagedJarIT {

    @TempDir
    private Path temporary;

    @Test
    void givenAnOddFolder_whenStartedKilledStartedAndStopped_thenItComesUpEachTimeAndLeavesNothing() throws Exception {
        var folder = Files.createDirectory(temporary.resolve("odd folder 展桥"));

        try (var first = RunningFairbridge.start(folder)) {
            first.awaitUp();
            assertThat(first.elasticsearches()).hasSize(1);
            assertThat(first.standardError()).isEmpty();
            first.kill();
            await().atMost(Duration.ofSeconds(20)).until(() -> first.elasticsearches().isEmpty());
        }

        try (var second = RunningFairbridge.start(folder)) {
            second.awaitUp();
            await().atMost(Duration.ofSeconds(5)).until(
                    () -> second.standardOutput().contains("Fairbridge is ready at http://localhost:" + second.port()));
            assertThat(second.elasticsearches()).hasSize(1);
            assertSecondApplicationIsRefused(second);
            second.stop();
            assertThat(second.elasticsearches()).isEmpty();
        }
    }

    @Test
    void givenRoot_whenStartedAsANormalUser_thenItComesUpAndStops() throws Exception {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid")).isEqualTo(0);
        var folder = Files.createTempDirectory("fairbridge");
        var user = 54321;
        Files.setAttribute(folder, "unix:uid", user);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        var setpriv = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
        try (var fairbridge = RunningFairbridge.start(setpriv, RunningFairbridge.JAVA, folder, Map.of())) {
            fairbridge.awaitUp();
            fairbridge.stop();
            assertThat(fairbridge.elasticsearches()).isEmpty();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Test
    void givenABusyPort_whenStarting_thenOneSentenceNamesIt() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var port = Integer.toString(other.getLocalPort());

            assertRefused(Map.of("SERVER_PORT", port), "Port " + port, "SERVER_PORT");
        }
    }

    @Test
    void givenADataFolderThatCannotBe_whenStarting_thenOneSentenceNamesIt() throws Exception {
        var file = Files.createFile(temporary.resolve("file"));

        assertRefused(Map.of("FAIRBRIDGE_DATA_DIR", file.toString()), file.toString(), "FAIRBRIDGE_DATA_DIR");
    }

    @Test
    void givenMongoAway_whenStarting_thenOneSentenceNamesItWithoutThePassword() throws Exception {
        var told = assertRefused(
                Map.of("SPRING_MONGODB_URI", "mongodb://user:secret@127.0.0.1:1/x"), "127.0.0.1:1", "SPRING_MONGODB_URI");

        assertThat(told).doesNotContain("secret");
    }

    @Test
    void givenElasticsearchAway_whenStarting_thenOneSentenceNamesIt() throws Exception {
        assertRefused(
                Map.of("SPRING_ELASTICSEARCH_URIS", "http://127.0.0.1:1"), "127.0.0.1:1", "SPRING_ELASTICSEARCH_URIS");
    }

    @Test
    void givenAnOldJava_whenStarting_thenOneSentenceNamesBothVersions() throws Exception {
        var old = Path.of(System.getProperty("fairbridge.test.maven-java", ""), "bin", "java");
        assumeThat(old).isExecutable();
        assumeThat(Integer.getInteger("fairbridge.test.maven-java-version", 25)).isLessThan(25);

        try (var refused = RunningFairbridge.start(List.of(), old, temporary, Map.of())) {
            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.standardError().lines()).singleElement().asString().contains("Java 25", "this is Java");
        }
    }

    private static void assertSecondApplicationIsRefused(RunningFairbridge running) throws Exception {
        var folder = Files.createDirectory(running.folder().resolve("second"));
        var data = running.folder().resolve("data");
        try (var second = RunningFairbridge.start(
                List.of(), RunningFairbridge.JAVA, folder, Map.of("FAIRBRIDGE_DATA_DIR", data.toString()))) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.standardError().lines()).singleElement().asString()
                    .contains("process " + running.pid(), data.toString());
        }
        assertThat(running.elasticsearches()).hasSize(1);
    }

    private String assertRefused(Map<String, String> settings, String... words) throws IOException, InterruptedException {
        try (var refused = RunningFairbridge.start(List.of(), RunningFairbridge.JAVA, temporary, settings)) {
            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.standardError().lines()).singleElement().asString().contains(words);
            assertThat(refused.standardOutput()).doesNotContain("\tat ");
            return refused.standardError() + refused.standardOutput();
        }
    }
}
