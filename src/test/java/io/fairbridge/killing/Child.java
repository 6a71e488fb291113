package io.fairbridge.killing;

import static org.awaitility.Awaitility.await;

import io.fairbridge.Fairbridge;
import io.fairbridge.testing.Api;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// The application as a process of its own, from the compiled classes and the kill points, on a folder that is kept.
final class Child implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final Path folder;

    private Child(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    static Child start(Path folder) throws IOException {
        int port = freePort();
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", classpath(folder), Fairbridge.class.getName(),
                "--server.port=" + port, "--server.address=127.0.0.1", "--fairbridge.data-dir=" + folder.resolve("data"), "--fairbridge.demo=false",
                "--fairbridge.outbox.lease=2s", "--killing.folder=" + folder)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("FAIRBRIDGE_"));
        return new Child(builder.start(), port, folder);
    }

    /// Of the test classes, which scanning would take for parts of the application, only the kill points.
    private static String classpath(Path folder) throws IOException {
        var parts = folder.resolve("classes");
        var here = Path.of(KillPoints.class.getPackageName().replace('.', '/'));
        var compiled = Path.of(URI.create(KillPoints.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        FileSystemUtils.copyRecursively(compiled.resolve(here), parts.resolve(here));
        return Stream.concat(
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !Path.of(entry).equals(compiled)),
                Stream.of(parts.toString())).collect(Collectors.joining(File.pathSeparator));
    }

    Api api() {
        return Api.at(port);
    }

    Child awaitUp() {
        await().atMost(LONGEST).failFast("it has ended, see " + folder.resolve("log.txt"), () -> !process.isAlive())
                .until(() -> ask("/actuator/health").map(answer -> answer.statusCode() == 200).orElse(false));
        return this;
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end, see " + folder.resolve("log.txt"));
        }
        return process.exitValue();
    }

    /// How many changes are not worked off.
    double outboxDepth() {
        return ask("/actuator/prometheus").map(HttpResponse::body).orElse("").lines().filter(line -> line.startsWith("fairbridge_outbox_depth "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ')))).findFirst().orElse(-1);
    }

    /// Lets Elasticsearch stand still, or go on.
    void signalElasticsearch(String signal) throws IOException, InterruptedException {
        var mark = "-Dfairbridge.folder=";
        var pids = process.descendants().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).filter(pid -> commandLine(pid).contains(mark)).toList();
        for (long pid : pids) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start().waitFor();
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private Optional<HttpResponse<String>> ask(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(10)).build();
            return Optional.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Elasticsearch goes with it, for the pipe between them closes.
    @Override
    public void close() {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        process.destroyForcibly();
        all.forEach(one -> one.onExit().completeOnTimeout(one, 20, TimeUnit.SECONDS).join());
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    static List<String> points() {
        return List.of(KillPoints.BEFORE_MATCHING, KillPoints.BEFORE_ALERTS, KillPoints.AFTER_ALERTS);
    }
}
