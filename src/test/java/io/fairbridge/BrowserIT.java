package io.fairbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The journeys of `web/browser` in a real browser, against the packaged jar with the sample market.
///
/// `-Dbrowser.tests` is `auto` (where a Chromium is found), `required` or `off`; screenshots go to `target/screenshots`.
class BrowserIT {

    @Test
    void givenThePackagedApplication_whenPeopleUseItInTheirBrowsers_thenEveryJourneyEndsWell()
            throws IOException, InterruptedException {
        assumeFalse(Boolean.getBoolean("skip.web"), "the web client is left out");

        var report = Path.of("target", "browser-tests.log");
        var journeys = new ProcessBuilder("node", "build/browser.mjs").directory(Path.of("web").toFile())
                .redirectErrorStream(true).redirectOutput(report.toFile());
        journeys.environment().put("JAVA_HOME", System.getProperty("java.home"));
        journeys.environment().put("BROWSER_TESTS", System.getProperty("browser.tests", "auto"));

        var exit = journeys.start().waitFor();

        assertThat(exit).as(() -> told(report)).isZero();
    }

    private static String told(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException unreadable) {
            return "no report at " + report;
        }
    }
}
