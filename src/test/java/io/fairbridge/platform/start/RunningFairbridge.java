package io.fairbridge.platform.start;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged application as a process of its own, working in the given folder.
final class RunningFairbridge implements AutoCloseable {

    static final Path JAR = Path.of("target", "fairbridge.jar").toAbsolutePath();
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Process process;
    private final Path folder;
    private final int port;

    private RunningFairbridge(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    static RunningFairbridge start(Path folder) throws IOException {
        return start(List.of(), JAVA, folder, Map.of());
    }

    static RunningFairbridge start(List<String> prefix, Path java, Path folder, Map<String, String> settings)
            throws IOException {
        var port = freePort();
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(java.toString(), "-Xmx512m", "-jar", JAR.toString()));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("FAIRBRIDGE_"));
        builder.environment().putAll(Map.of(
                "SERVER_PORT", Integer.toString(port), "SERVER_ADDRESS", "127.0.0.1", "HOME", folder.toString()));
        builder.environment().putAll(settings);
        return new RunningFairbridge(builder.start(), folder, port);
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    long pid() {
        return process.pid();
    }

    void awaitUp() {
        await().atMost(Duration.ofMinutes(3))
                .failFast("it has ended: " + folder, () -> !process.isAlive())
                .until(this::isUp);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not stop within 60 s");
        }
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end within 60 s");
        }
        return process.exitValue();
    }

    String standardError() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    String standardOutput() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    /// Processes of the embedded Elasticsearch that works on this application's folder.
    List<Long> elasticsearches() {
        var mark = "-Dfairbridge.folder=" + folder.resolve("data", "elasticsearch");
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains(mark))
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean isUp() throws InterruptedException {
        var health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> commandLine(long pid) {
        try {
            return List.of(Files.readString(
                    Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
