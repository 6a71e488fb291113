package io.fairbridge.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Processes of an application that is no more.
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private Leftovers() {}

    /// Ends every process with this argument on its command line.
    static void end(String argument) {
        var found = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> arguments(process).contains(argument))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        log.info("Ending an Elasticsearch that was left behind: {}", found.stream().map(ProcessHandle::pid).toList());
        found.forEach(ProcessHandle::destroy);
        found.forEach(Leftovers::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Linux tells the whole command line in /proc, Java only its first page.
    private static List<String> arguments(ProcessHandle process) {
        var whole = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            if (Files.isReadable(whole)) {
                return List.of(Files.readString(whole, StandardCharsets.ISO_8859_1).split("\0"));
            }
        } catch (IOException e) {
            return List.of();
        }
        return process.info().arguments().map(List::of).orElse(List.of());
    }
}
