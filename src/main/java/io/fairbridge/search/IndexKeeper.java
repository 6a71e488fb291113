package io.fairbridge.search;

import co.elastic.clients.elasticsearch._types.Refresh;
import io.fairbridge.platform.SearchServer;
import io.fairbridge.platform.outbox.Outbox;
import io.fairbridge.posting.Posting;
import io.fairbridge.posting.Postings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sees to it that there is an index and that the present analysis has filled it; otherwise fills a new one from MongoDB
/// beside the old one and switches readers over. Looks again now and then, for an index can be lost at any time.
@Component
class IndexKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int BATCH = 64;
    /// Other nodes look up the indices before each write; after this time all of them have seen a new one.
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final PostingIndex index;
    private final PostingIndexer indexer;
    private final Postings postings;
    private final SearchServer server;
    private final Outbox outbox;
    private final RebuildLease lease;
    private volatile Optional<Thread> worker = Optional.empty();
    private volatile boolean running;

    IndexKeeper(PostingIndex index, PostingIndexer indexer, Postings postings, SearchServer server, Outbox outbox, RebuildLease lease) {
        this.index = index;
        this.indexer = indexer;
        this.postings = postings;
        this.server = server;
        this.outbox = outbox;
        this.lease = lease;
    }

    /// Before the pipeline, which writes to the index.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 100;
    }

    @Override
    public void start() {
        running = true;
        worker = Optional.of(Thread.ofVirtual().name("index-keeper").start(this::keep));
    }

    @Override
    public void stop() {
        running = false;
        worker.ifPresent(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keep() {
        try {
            while (running) {
                boolean good = server.await(Duration.ofSeconds(5)) && ensured();
                Thread.sleep(good ? BETWEEN_LOOKS : BETWEEN_TRIES);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ensured() throws InterruptedException {
        try {
            return isGood() || lease.take() && ensure();
        } catch (RuntimeException failure) {
            LOG.warn("The search index cannot be prepared yet: {}", failure.toString());
            return false;
        }
    }

    private boolean isGood() {
        return index.read().stream().anyMatch(index::isCurrent);
    }

    /// Makes or rebuilds the index; only who holds the lease may.
    private boolean ensure() throws InterruptedException {
        try {
            if (index.read().isEmpty()) {
                // Nothing to read from yet: readers may as well see the new index grow.
                leftBehind(Set.of());
                var pending = outbox.subjects();
                var fresh = index.create();
                index.switchTo(fresh);
                // What is in the outbox will be indexed by it: it could not write to an index before.
                fill(fresh, pending);
            } else {
                rebuild();
            }
            return true;
        } finally {
            lease.giveBack();
        }
    }

    /// What a killed rebuild left half filled.
    private void leftBehind(Set<String> used) {
        index.indices().stream().filter(name -> !used.contains(name)).forEach(index::drop);
    }

    /// Fills a new index beside the one that is read, and switches.
    void rebuild() throws InterruptedException {
        leftBehind(index.read());
        var fresh = index.create();
        Thread.sleep(SETTLING);
        fill(fresh, Set.of());
        index.switchTo(fresh);
    }

    private void fill(String name, Set<String> passedOver) {
        int count = 0;
        try (var published = postings.streamPublished()) {
            var batch = new ArrayList<Posting>();
            for (var iterator = published.filter(posting -> !passedOver.contains(posting.id())).iterator(); iterator.hasNext(); ) {
                batch.add(iterator.next());
                if (batch.size() == BATCH || !iterator.hasNext()) {
                    index.write(indexer.changes(batch), Set.of(name), Refresh.False);
                    count += batch.size();
                    batch.clear();
                    lease.renew();
                }
            }
        }
        index.refresh(name);
        if (count > 0) {
            LOG.info("Filled the search index with {} postings", count);
        }
    }
}
