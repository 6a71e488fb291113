package io.fairbridge.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {

    private static final Path FILE = Path.of("docker-compose.yml");

    @Test
    void givenTheComposeFile_whenRead_thenEveryServiceTellsItsHealth() throws IOException {
        assertThat(services()).isNotEmpty().allSatisfy((name, service) -> assertThat(service).containsKey("healthcheck"));
    }

    @Test
    void givenTheComposeFile_whenRead_thenTwoNodesStandBehindOneDoor() throws IOException {
        assertThat(services()).containsKeys("app1", "app2", "balancer");
        assertThat(services()).hasEntrySatisfying("balancer", balancer -> assertThat(balancer).containsKey("ports"));
        assertThat(services().values()).filteredOn(service -> service.containsKey("ports")).hasSize(1);
    }

    @Test
    void givenTheComposeFile_whenReadLineByLine_thenEveryPasswordIsDemandedFromTheEnvironment() throws IOException {
        assertThat(Files.readAllLines(FILE))
                .filteredOn(line -> line.strip().matches("[A-Z_]*PASSWORD: .*"))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*: \\$\\{[A-Z_]+:\\?[^}]+}"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws IOException {
        try (var reader = Files.newBufferedReader(FILE)) {
            return (Map<String, Map<String, Object>>) new Yaml().<Map<String, Object>>load(reader).get("services");
        }
    }
}
