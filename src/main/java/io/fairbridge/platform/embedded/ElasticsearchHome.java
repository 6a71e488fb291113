package io.fairbridge.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.util.FileSystemUtils;

/// The distribution of Elasticsearch that the build brings along.
final class ElasticsearchHome {

    /// Where it lies in the application's jar, one folder that has its version in the name.
    private static final String IN_JAR = "elasticsearch/";
    private static final String NAME = "elasticsearch-";

    private ElasticsearchHome() {}

    /// Beside the compiled classes, where the build has unpacked it, or from the jar, unpacked once below the given
    /// folder.
    static Path find(Path folder) throws IOException {
        var source = new ApplicationHome(ElasticsearchHome.class).getSource();
        if (source == null) {
            throw new IOException("Neither classes nor jar to find Elasticsearch with");
        }
        return source.isFile() ? unpacked(source, folder) : besideClasses(source.toPath());
    }

    private static Path besideClasses(Path classes) throws IOException {
        var homes = classes.resolveSibling("es");
        return child(homes).orElseThrow(() -> new IOException("No Elasticsearch in " + homes + ": build with Maven"));
    }

    private static Path unpacked(File jar, Path folder) throws IOException {
        try (var zip = new ZipFile(jar)) {
            var home = folder.resolve(nameOfHome(zip));
            if (!Files.exists(home)) {
                deleteOthers(folder);
                var unfinished = folder.resolve("unpacking");
                FileSystemUtils.deleteRecursively(unfinished);
                unpack(zip, IN_JAR + home.getFileName() + "/", unfinished);
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        }
    }

    private static String nameOfHome(ZipFile zip) throws IOException {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(IN_JAR + NAME))
                .map(name -> name.substring(IN_JAR.length(), name.indexOf('/', IN_JAR.length())))
                .findFirst()
                .orElseThrow(() -> new IOException("No Elasticsearch in " + zip.getName()));
    }

    private static void unpack(ZipFile zip, String prefix, Path target) throws IOException {
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (entry.getName().startsWith(prefix)) {
                unpack(zip, entry, target.resolve(entry.getName().substring(prefix.length())).normalize(), target);
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path file, Path target) throws IOException {
        if (!file.startsWith(target)) {
            throw new IOException("Entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (var content = zip.getInputStream(entry)) {
            Files.copy(content, file);
        }
        if (file.getParent().endsWith("bin")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void deleteOthers(Path folder) throws IOException {
        for (var other = child(folder); other.isPresent(); other = child(folder)) {
            FileSystemUtils.deleteRecursively(other.get());
        }
    }

    private static Optional<Path> child(Path folder) throws IOException {
        try (var homes = Files.newDirectoryStream(folder, NAME + "*")) {
            for (var home : homes) {
                return Optional.of(home);
            }
            return Optional.empty();
        }
    }
}
