package io.fairbridge.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where the embedded Elasticsearch lives: its data, settings and logs, and the command that runs it there.
final class ElasticsearchFolder {

    /// Serial collector and C1 only: it starts faster and needs two thirds of the memory.
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms512m", "-Xmx512m", "-XX:-AlwaysPreTouch", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private static final String LOGGING = """
            status = error
            appender.file.type = RollingFile
            appender.file.name = file
            appender.file.fileName = ${sys:es.logs.base_path}${sys:file.separator}elasticsearch.log
            appender.file.filePattern = ${sys:es.logs.base_path}${sys:file.separator}elasticsearch-%i.log.gz
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
            appender.file.policies.type = Policies
            appender.file.policies.size.type = SizeBasedTriggeringPolicy
            appender.file.policies.size.size = 10MB
            appender.file.strategy.type = DefaultRolloverStrategy
            appender.file.strategy.max = 3
            rootLogger.level = info
            rootLogger.appenderRef.file.ref = file
            """;

    private final Path root;
    private final ServiceUser user;

    ElasticsearchFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.user = ServiceUser.current();
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve("logs");
    }

    /// What Elasticsearch's launcher prints, and its server before logging works.
    Path console() {
        return root.resolve("console.log");
    }

    /// Writes the settings for the given port and tells the command that runs Elasticsearch with them.
    List<String> prepare(int port) throws IOException {
        for (var folder : List.of(config(), data(), logs(), tmp())) {
            Files.createDirectories(folder);
        }
        var home = ElasticsearchHome.find(root);
        Files.write(config().resolve("jvm.options"), jvmOptions(home));
        Files.writeString(config().resolve("log4j2.properties"), LOGGING);
        Files.writeString(config().resolve("elasticsearch.yml"), settings(port));
        for (var folder : List.of(config(), data(), logs(), tmp())) {
            user.own(folder);
        }
        var program = home.resolve("bin/elasticsearch");
        var command = new ArrayList<>(user.prefix(List.of(
                program, home.resolve("config/jvm.options"), config().resolve("elasticsearch.yml"),
                JAVA_HOME.resolve("bin/java"))));
        command.add(program.toString());
        return command;
    }

    void environment(Map<String, String> environment) {
        environment.keySet().removeAll(List.of("ES_JAVA_OPTS", "CLI_JAVA_OPTS", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
        environment.put("ES_JAVA_HOME", JAVA_HOME.toString());
        environment.put("ES_PATH_CONF", config().toString());
        environment.put("ES_TMPDIR", tmp().toString());
    }

    /// Ends an Elasticsearch that works on this folder, such as one that a killed application left behind.
    void endLeftovers() {
        Leftovers.end(mark());
    }

    /// Stands on the server's command line, to know it again.
    private String mark() {
        return "-Dfairbridge.folder=" + root;
    }

    private Path config() {
        return root.resolve("config");
    }

    private Path data() {
        return root.resolve("data");
    }

    private Path tmp() {
        return root.resolve("tmp");
    }

    private List<String> jvmOptions(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("config/jvm.options"))) {
            return Stream.concat(
                    lines.filter(line -> !line.contains("-Xlog:gc") && !line.contains("UseG1GC")),
                    Stream.concat(JVM_OPTIONS.stream(), Stream.of(mark()))).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String settings(int port) {
        return """
                cluster.name: fairbridge
                node.name: fairbridge
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %d
                transport.port: 0
                path.data: %s
                path.logs: %s
                xpack.security.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                action.auto_create_index: false
                """.formatted(port, quoted(data()), quoted(logs()));
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
