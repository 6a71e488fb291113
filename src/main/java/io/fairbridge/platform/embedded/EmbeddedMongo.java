package io.fairbridge.platform.embedded;

import de.bwaldvogel.mongo.MongoServer;
import io.fairbridge.platform.start.StartRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A MongoDB-wire server inside the application, its data in one file.
public final class EmbeddedMongo implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);

    /// How long old versions stay readable for a query that started before; the longest scan is well below it.
    private static final Duration RETENTION = Duration.ofSeconds(5);
    private static final Duration TIDYING = Duration.ofSeconds(1);
    private static final Duration COMPACTING_AT_OPEN = Duration.ofSeconds(3);
    private static final long WORTH_COMPACTING = 8L * 1024 * 1024;
    /// A writer waits for its sync on a network thread, so there are as many as writers that may share one sync.
    private static final int NETWORK_THREADS = 16;

    private final DurableMongoBackend backend;
    private final MongoServer server;
    private final InetSocketAddress address;
    private final ScheduledExecutorService housekeeper;
    private long tidiedWrites;
    private long lastWriteSeenAt = System.nanoTime();

    private EmbeddedMongo(DurableMongoBackend backend) {
        this.backend = backend;
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress("127.0.0.1", 0), 1, NETWORK_THREADS);
        this.address = server.getLocalAddress();
        this.housekeeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("mongo-housekeeper").factory());
        housekeeper.scheduleWithFixedDelay(
                this::tidy, TIDYING.toMillis(), TIDYING.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Opens the store in the given folder and listens on a free port of this machine only.
    public static EmbeddedMongo start(Path folder) {
        var file = folder.resolve("fairbridge.mv");
        try {
            Files.createDirectories(folder);
            return new EmbeddedMongo(new DurableMongoBackend(open(file)));
        } catch (IOException | MVStoreException e) {
            throw new StartRefused(("The embedded MongoDB cannot read its file %s (%s): bring back a good copy of it, or"
                    + " set FAIRBRIDGE_DATA_DIR to another folder.").formatted(file, e.getMessage()));
        }
    }

    private static MVStore open(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                // A full buffer would commit in the middle of a command.
                .autoCommitBufferSize(0)
                .open();
        if (file.toFile().length() > WORTH_COMPACTING) {
            store.compactFile((int) COMPACTING_AT_OPEN.toMillis());
        }
        store.setRetentionTime((int) RETENTION.toMillis());
        return store;
    }

    /// Where it listens, with the given database as the default one.
    public String uri(String database) {
        return "mongodb://127.0.0.1:%d/%s?retryWrites=false".formatted(address.getPort(), database);
    }

    @Override
    public void close() {
        housekeeper.close();
        server.shutdownNow();
    }

    /// Goes on for a while after the last write: what that has replaced may be given back only after the retention.
    private void tidy() {
        var writes = backend.writes();
        if (writes != tidiedWrites) {
            tidiedWrites = writes;
            lastWriteSeenAt = System.nanoTime();
        } else if (System.nanoTime() - lastWriteSeenAt > RETENTION.multipliedBy(2).toNanos()) {
            return;
        }
        try {
            backend.tidy();
        } catch (RuntimeException e) {
            log.warn("Could not tidy the embedded MongoDB's file; it may grow until the next start", e);
        }
    }
}
