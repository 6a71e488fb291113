package io.fairbridge.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An Elasticsearch beside the application: a process of its own that listens on this machine only, is started again
/// when it dies, and never outlives the application.
public final class EmbeddedElasticsearch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedElasticsearch.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration STOPPING = Duration.ofSeconds(15);

    /// Runs Elasticsearch for as long as its own input, the pipe from the application, is open. The kernel closes that
    /// pipe when the application dies, however it dies. Keyboard interrupts are for the application alone, which stops
    /// Elasticsearch when nothing needs it any more.
    private static final String KEEPER = """
            trap '' INT
            exec 3<&0
            "$@" 3<&- </dev/null & server=$!
            trap 'kill "$server" 2>/dev/null' TERM HUP
            {
              while read -r _ <&3; do :; done
              kill "$server" 2>/dev/null
              tries=0
              while [ $tries -lt 20 ] && kill -0 "$server" 2>/dev/null; do sleep 0.5; tries=$((tries + 1)); done
              kill -9 "$server" 2>/dev/null
            } & watch=$!
            exec 3<&-
            while kill -0 "$server" 2>/dev/null; do wait "$server"; code=$?; done
            kill "$watch" 2>/dev/null
            exit $code
            """;

    private final ElasticsearchFolder folder;
    private final int port;
    private final Thread supervisor;
    private final CountDownLatch closing = new CountDownLatch(1);

    private EmbeddedElasticsearch(ElasticsearchFolder folder, int port) {
        this.folder = folder;
        this.port = port;
        this.supervisor = Thread.ofPlatform().daemon().name("elasticsearch").unstarted(this::supervise);
    }

    /// Starts it with its data in the given folder and returns at once.
    public static EmbeddedElasticsearch start(Path folder) {
        var elasticsearch = new EmbeddedElasticsearch(new ElasticsearchFolder(folder), freePort());
        elasticsearch.supervisor.start();
        return elasticsearch;
    }

    /// Where it will listen.
    public String uri() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            if (!supervisor.join(STOPPING)) {
                log.warn("The embedded Elasticsearch did not stop in time and is ended");
                folder.endLeftovers();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        var pause = FIRST_PAUSE;
        while (closing.getCount() > 0) {
            var startedAt = System.nanoTime();
            try {
                var code = runOnce();
                if (closing.getCount() > 0) {
                    log.warn("The embedded Elasticsearch ended with code {} and is started again; see {}",
                            code, folder.logs());
                }
            } catch (IOException | RuntimeException e) {
                log.error("The embedded Elasticsearch could not be started: {}", e.getMessage(), e);
            } catch (InterruptedException e) {
                return;
            }
            var livedLong = Duration.ofNanos(System.nanoTime() - startedAt).compareTo(LONGEST_PAUSE) > 0;
            pause = livedLong ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
            pause(pause);
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        folder.endLeftovers();
        var running = launch(folder.prepare(port));
        try {
            while (!running.waitFor(100, TimeUnit.MILLISECONDS)) {
                if (closing.getCount() == 0) {
                    running.getOutputStream().close();
                    return running.waitFor();
                }
            }
            return running.exitValue();
        } finally {
            running.destroy();
        }
    }

    private Process launch(List<String> elasticsearch) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", KEEPER, "elasticsearch"));
        command.addAll(elasticsearch);
        var builder = new ProcessBuilder(command)
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.console().toFile());
        folder.environment(builder.environment());
        return builder.start();
    }

    private void pause(Duration pause) {
        try {
            closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
