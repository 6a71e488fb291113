package io.fairbridge.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The user that Elasticsearch runs as. It refuses to run as root, so root hands it to the user that owns nothing.
///
/// Where that user cannot even pass (the clone or the data folder lies below a home that only root may read) it gets
/// the one capability that lets it pass: reading and searching, or where a container has taken that one away, the next
/// larger. Without `no_setuid_fixup` the kernel would leave the capability out when Java asks whether it may read a file.
final class ServiceUser {

    private static final int NOBODY = 65534;
    private static final List<List<String>> CAPABILITIES = List.of(
            List.of(),
            capability("dac_read_search"),
            capability("dac_override"));

    private final boolean root;
    private final Optional<String> setpriv;

    private ServiceUser(boolean root, Optional<String> setpriv) {
        this.root = root;
        this.setpriv = setpriv;
    }

    static ServiceUser current() {
        return new ServiceUser(isRoot(), onPath("setpriv"));
    }

    /// Makes the folder and what is in it the user's.
    void own(Path folder) throws IOException {
        if (!root) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// What to put before a command so that it runs as this user, may read the given files, and ends with its parent
    /// where the system can do that.
    List<String> prefix(List<Path> needed) {
        if (!root) {
            return setpriv.map(command -> List.of(command, "--pdeathsig", "TERM")).orElse(List.of());
        }
        var command = setpriv.orElseThrow(() -> new IllegalStateException(
                "Elasticsearch does not run as root and the command setpriv (package util-linux) is missing"));
        return CAPABILITIES.stream()
                .map(capability -> unprivileged(command, capability))
                .filter(prefix -> needed.stream().allMatch(file -> canRead(prefix, file)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No user but root can read " + needed));
    }

    private static List<String> capability(String name) {
        return List.of("--inh-caps=+" + name, "--ambient-caps=+" + name, "--securebits=+no_setuid_fixup");
    }

    private static List<String> unprivileged(String command, List<String> capability) {
        var prefix = new ArrayList<>(List.of(
                command, "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--pdeathsig", "TERM"));
        prefix.addAll(capability);
        return prefix;
    }

    private static boolean canRead(List<String> prefix, Path file) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("test", "-r", file.toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static Optional<String> onPath(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .map(folder -> new File(folder, command))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst();
    }
}
