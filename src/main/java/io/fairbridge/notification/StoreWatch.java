package io.fairbridge.notification;

import com.mongodb.MongoException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Hears of entries that other nodes write: at once through a change stream where the server has them, and on any server
/// by looking every other second whether the next place of somebody connected here is taken. The second covers every
/// failure of the first, so the stream never has to be made good.
@Component
class StoreWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int PLACES = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /// The server no longer knows what followed the token.
    private static final int HISTORY_LOST = 286;
    private static final int NO_REPLICA_SET = 40573;

    private final MongoTemplate mongo;
    private final EntryRepository entries;
    private final LiveFeed feed;
    private final Timers timers;
    private volatile boolean running;
    private volatile @Nullable Thread listener;
    /// Where the stream goes on after a failure; known to the listener only.
    private Optional<BsonDocument> reached = Optional.empty();

    StoreWatch(MongoTemplate mongo, EntryRepository entries, LiveFeed feed, Timers timers) {
        this.mongo = mongo;
        this.entries = entries;
        this.feed = feed;
        this.timers = timers;
    }

    @Override
    public void start() {
        running = true;
        timers.every(PERIOD, this::look);
        listener = Thread.ofVirtual().name("notification-changes").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        var waiting = listener;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Whether anybody's next place is taken.
    void look() {
        var places = feed.nextPlaces();
        for (int from = 0; from < places.size(); from += PLACES) {
            entries.taken(places.subList(from, Math.min(places.size(), from + PLACES))).forEach(feed::heard);
        }
        feed.tidy();
    }

    private void listen() {
        while (running) {
            try {
                if (!hasChangeStreams()) {
                    return;
                }
                follow();
            } catch (MongoException failure) {
                if (failure.getCode() == NO_REPLICA_SET) {
                    return;
                }
                if (failure.getCode() == HISTORY_LOST) {
                    LOG.info("The change stream of notifications was away too long and begins anew");
                    reached = Optional.empty();
                }
                pause(failure);
            } catch (RuntimeException failure) {
                pause(failure);
            }
        }
    }

    private boolean hasChangeStreams() {
        var hello = mongo.executeCommand(new Document("hello", 1));
        return hello.containsKey("setName") || "isdbgrid".equals(hello.getString("msg"));
    }

    private void follow() {
        try (var changes = stream().cursor()) {
            while (running) {
                var change = changes.tryNext();
                if (change != null) {
                    Optional.ofNullable(change.getDocumentKey()).map(key -> key.getString("_id").getValue())
                            .flatMap(EntryId::of).ifPresent(feed::heard);
                }
                reached = Optional.ofNullable(changes.getResumeToken());
            }
        }
    }

    private ChangeStreamIterable<Document> stream() {
        var inserts = List.of(Aggregates.match(Filters.eq("operationType", "insert")), Aggregates.project(Projections.include("documentKey")));
        var stream = mongo.getCollection(EntryRepository.COLLECTION).watch(inserts).maxAwaitTime(1, TimeUnit.SECONDS);
        return reached.map(stream::resumeAfter).orElse(stream);
    }

    private static void pause(Exception failure) {
        LOG.debug("The change stream of notifications pauses", failure);
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
