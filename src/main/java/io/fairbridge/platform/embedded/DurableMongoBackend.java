package io.fairbridge.platform.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/// Answers a write only when it is on disk, so that an answered mutation survives `kill -9` and a power cut.
///
/// Stock, the backend commits once a second and in the middle of commands, which loses acknowledged writes and may
/// leave a document without its index entry. Here a commit happens between commands only, and one commit and sync
/// serves every writer that waits at that moment.
final class DurableMongoBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert", "update", "delete", "findAndModify", "findandmodify", "create", "createIndexes", "drop",
            "dropIndexes", "deleteIndexes", "dropDatabase", "renameCollection");
    private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");

    /// Chunks that are less full than this are rewritten, in percent.
    private static final int FILL_RATE = 70;
    /// What one tidying may rewrite or move, so that writers wait for some milliseconds only.
    private static final int TIDY_BYTES = 4 * 1024 * 1024;

    private final MVStore store;
    /// Commands that change data share it, a commit owns it: no commit sees half a command.
    private final ReentrantReadWriteLock state = new ReentrantReadWriteLock();
    private final ReentrantLock flush = new ReentrantLock();
    private final AtomicLong lastTicket = new AtomicLong();
    private long flushed;

    DurableMongoBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next();
        if (command.equals("hello")) {
            return hello(message);
        }
        if (!writes(command, message.getDocument())) {
            return super.handleMessage(message);
        }
        Document answer;
        long ticket;
        state.readLock().lock();
        try {
            answer = super.handleMessage(message);
            ticket = lastTicket.incrementAndGet();
        } finally {
            state.readLock().unlock();
        }
        flushUpTo(ticket);
        return answer;
    }

    /// Gives back the space of old versions. Readers go on: what they may still see is kept for the retention time.
    void tidy() {
        flush.lock();
        try {
            state.writeLock().lock();
            try {
                store.compact(FILL_RATE, TIDY_BYTES);
                store.commit();
                if (store.getFileStore() instanceof RandomAccessStore file) {
                    file.compactMoveChunks(FILL_RATE, TIDY_BYTES, store);
                }
            } finally {
                state.writeLock().unlock();
            }
            store.sync();
        } finally {
            flush.unlock();
        }
    }

    /// The number of writes so far.
    long writes() {
        return lastTicket.get();
    }

    private void flushUpTo(long ticket) {
        flush.lock();
        try {
            if (flushed >= ticket) {
                return;
            }
            long upTo;
            state.writeLock().lock();
            try {
                upTo = lastTicket.get();
                store.commit();
            } finally {
                state.writeLock().unlock();
            }
            store.sync();
            flushed = upTo;
        } finally {
            flush.unlock();
        }
    }

    private Document hello(MongoMessage message) {
        var answer = handleCommand(message.getChannel(), message.getDatabaseName(), "isMaster", message.getDocument());
        answer.put("isWritablePrimary", true);
        return answer;
    }

    private static boolean writes(String command, Document document) {
        return WRITES.contains(command) || (command.equals("aggregate")
                && document.get("pipeline") instanceof List<?> stages
                && stages.stream().anyMatch(stage -> stage instanceof Document step
                        && step.keySet().stream().anyMatch(WRITING_STAGES::contains)));
    }
}
