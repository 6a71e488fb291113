package io.fairbridge.platform.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.fairbridge.platform.IdSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The list of work still to do. It is short, so that it can be searched without an index.
@Component
@EnableConfigurationProperties(OutboxProperties.class)
public class Outbox {

    private final MongoTemplate mongo;
    private final OutboxProperties properties;
    private final IdSource ids;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();
    private final Semaphore nudges = new Semaphore(0);

    Outbox(MongoTemplate mongo, OutboxProperties properties, IdSource ids, Clock clock, MeterRegistry metrics) {
        this.mongo = mongo;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
        Gauge.builder("fairbridge.outbox.depth", this, Outbox::depth).description("Changes that are not matched yet").register(metrics);
        Gauge.builder("fairbridge.outbox.lag", this, outbox -> outbox.lag().toMillis() / 1_000.0)
                .description("Age of the oldest change that is not matched yet").baseUnit("seconds").register(metrics);
    }

    /// Writes down what is about to change. To be called before the change, and [#nudge] after it.
    public void add(String subject, int revision) {
        mongo.insert(entry(subject, revision));
    }

    /// Writes down many changes at once.
    public void addAll(Collection<Work> work) {
        mongo.insertAll(work.stream().map(one -> entry(one.subject(), one.revision())).toList());
    }

    /// A change to write down.
    public record Work(String subject, int revision) {
    }

    private OutboxEntry entry(String subject, int revision) {
        return new OutboxEntry(ids.next(), subject, revision, clock.instant(), Instant.EPOCH, null, 0);
    }

    /// Says that there is something to do.
    public void nudge() {
        nudges.release();
    }

    /// Waits until there may be something to do.
    public void await() throws InterruptedException {
        if (nudges.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }

    /// Takes the oldest work that nobody holds.
    public List<OutboxEntry> claim() {
        var now = clock.instant();
        var free = mongo.find(query(where("leasedUntil").lt(now)).with(Sort.by("_id")).limit(properties.batch()), OutboxEntry.class);
        if (free.isEmpty()) {
            return free;
        }
        var idsOfFree = free.stream().map(OutboxEntry::id).toList();
        var lease = new Update().set("lessee", worker).set("leasedUntil", now.plus(properties.lease())).inc("attempts", 1);
        mongo.updateMulti(query(where("_id").in(idsOfFree).and("leasedUntil").lt(now)), lease, OutboxEntry.class);
        return mongo.find(query(where("_id").in(idsOfFree).and("lessee").is(worker)).with(Sort.by("_id")), OutboxEntry.class);
    }

    /// Forgets work that is done.
    public void done(Collection<OutboxEntry> entries) {
        if (!entries.isEmpty()) {
            mongo.remove(query(where("_id").in(entries.stream().map(OutboxEntry::id).toList()).and("lessee").is(worker)), OutboxEntry.class);
        }
    }

    /// Gives work back, to be taken again after a while.
    public void postpone(Collection<OutboxEntry> entries, Duration delay) {
        if (!entries.isEmpty()) {
            var later = new Update().set("lessee", null).set("leasedUntil", clock.instant().plus(delay));
            mongo.updateMulti(query(where("_id").in(entries.stream().map(OutboxEntry::id).toList()).and("lessee").is(worker)), later, OutboxEntry.class);
        }
    }

    /// Ids of the documents whose changes are not worked off.
    public Set<String> subjects() {
        return mongo.findAll(OutboxEntry.class).stream().map(OutboxEntry::subject).collect(Collectors.toSet());
    }

    /// Whether the document of this entry will not come any more.
    public boolean isHopeless(OutboxEntry entry) {
        return entry.age(clock.instant()).compareTo(properties.patience()) > 0;
    }

    /// How many changes are not worked off.
    public long depth() {
        return mongo.estimatedCount(OutboxEntry.class);
    }

    /// How long the oldest change has been waiting.
    public Duration lag() {
        var oldest = mongo.findOne(new Query().with(Sort.by("_id")).limit(1), OutboxEntry.class);
        return oldest == null ? Duration.ZERO : oldest.age(clock.instant());
    }
}
