package io.fairbridge.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The distribution of Elasticsearch that the build brings along.
final class ElasticsearchHome {

    private ElasticsearchHome() {}

    /// Beside the compiled classes, where the build has unpacked it.
    static Path find() {
        try {
            var classes = Path.of(ElasticsearchHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (var homes = Files.newDirectoryStream(classes.resolveSibling("es"), "elasticsearch-*")) {
                return homes.iterator().next();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
