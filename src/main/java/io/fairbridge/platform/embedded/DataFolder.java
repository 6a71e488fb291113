package io.fairbridge.platform.embedded;

import io.fairbridge.platform.start.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder of the embedded stores, held by one application at a time for as long as this is open.
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Makes the folder when it is missing.
    ///
    /// @throws StartRefused when it cannot be written or another application holds it
    static DataFolder open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            for (var store : new Path[] {mongo(root), elasticsearch(root)}) {
                Files.createDirectories(store);
                requireWritable(store);
            }
            return new DataFolder(root, lock(root));
        } catch (AccessDeniedException e) {
            throw new StartRefused(("The data folder %s cannot be written by user %s: give that user the right, or set"
                    + " FAIRBRIDGE_DATA_DIR to another folder.").formatted(root, System.getProperty("user.name")));
        } catch (IOException e) {
            throw new StartRefused("The data folder %s cannot be used (%s): set FAIRBRIDGE_DATA_DIR to another folder."
                    .formatted(root, reason(e)));
        }
    }

    Path mongo() {
        return mongo(root);
    }

    Path elasticsearch() {
        return elasticsearch(root);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Path mongo(Path root) {
        return root.resolve("mongodb");
    }

    private static Path elasticsearch(Path root) {
        return root.resolve("elasticsearch");
    }

    private static void requireWritable(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (!Files.isWritable(file)) {
                    throw new AccessDeniedException(file.toString());
                }
            }
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var file = root.resolve("lock");
        var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw taken(root, Files.readString(file).strip());
            }
        } catch (OverlappingFileLockException e) {
            throw taken(root, Long.toString(ProcessHandle.current().pid()));
        }
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : failure.toString();
    }

    private static StartRefused taken(Path root, String holder) {
        return new StartRefused(("Another Fairbridge (process %s) works on the data folder %s: stop it, or set"
                + " FAIRBRIDGE_DATA_DIR to another folder.").formatted(holder, root));
    }
}
