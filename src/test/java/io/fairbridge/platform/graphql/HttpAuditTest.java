package io.fairbridge.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The GraphQL over HTTP specification, audited by its own reference, and the introspection query of the tools.
/// Needs Node, as building the web client does.
class HttpAuditTest extends RequestPath {

    private static final Path SOURCE = Path.of("src/test/node/graphql-http");
    private static final Path HOME = Path.of("target/graphql-http");

    @Test
    void givenTheAudits_thenOnlyThoseFailThatWantGet() throws Exception {
        var report = audit();

        var failed = report.get("audits").valueStream().filter(audit -> !"ok".equals(audit.get("status").asString())).toList();
        assertThat(report.get("audits")).hasSize(61);
        assertThat(failed).as("only optional ones").allSatisfy(audit -> assertThat(audit.get("status").asString()).isEqualTo("notice"));
        assertThat(failed).extracting(audit -> audit.get("name").asString()).containsExactlyInAnyOrder(
                "MAY accept application/x-www-form-urlencoded formatted GET requests",
                "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
                "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json");

        var introspection = ask(report.get("introspectionQuery").asString());

        assertThat(introspection.body().has("errors")).as(introspection.message()).isFalse();
        assertThat(introspection.body().at("/data/__schema/queryType/name").asString()).isEqualTo("Query");
    }

    private JsonNode audit() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (var file : files.toList()) {
                Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(HOME.resolve("node_modules/graphql-http"))) {
            run(List.of("npm", "ci", "--no-audit", "--no-fund"));
        }
        return JSON.readTree(run(List.of("node", "audit.mjs", http("/graphql").toString())));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var output = HOME.resolve(command.getFirst() + ".out");
        var process = new ProcessBuilder(command).directory(HOME.toFile())
                .redirectOutput(output.toFile()).redirectError(HOME.resolve(command.getFirst() + ".err").toFile()).start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> command + " failed, see " + HOME).isZero();
        return Files.readString(output);
    }
}
