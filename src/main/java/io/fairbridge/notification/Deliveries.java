package io.fairbridge.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Notes when matches reached their recipients. Written to the store in batches and a little later, for no reader should
/// wait for it; what a kill takes away is noted at the next reading.
@Component
class Deliveries implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final int BATCH = 1_000;

    private final EntryRepository entries;
    private final Clock clock;
    private final Timer delivery;
    private final Timer wholeWay;
    private final Map<EntryId, Instant> unwritten = new ConcurrentHashMap<>();

    Deliveries(EntryRepository entries, Timers timers, Clock clock, MeterRegistry metrics) {
        this.entries = entries;
        this.clock = clock;
        this.delivery = timer("fairbridge.notification.delivery", "From the inbox to an open subscription", metrics);
        this.wholeWay = timer("fairbridge.notification.match", "From the change of a posting to the news of its match on an open subscription", metrics);
        timers.every(PERIOD, this::write);
    }

    private static Timer timer(String name, String description, MeterRegistry metrics) {
        return Timer.builder(name).description(description).publishPercentiles(0.5, 0.99).register(metrics);
    }

    /// The notification with the time of its delivery, which is now unless it was delivered before.
    Notification delivered(Notification notification) {
        var entry = notification.entry();
        if (entry.deliveredAt() != null || !(entry.news() instanceof News.Matched)) {
            return notification;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var earlier = unwritten.putIfAbsent(entry.id(), now);
        return notification.delivered(earlier == null ? now : earlier);
    }

    /// Measures how long a fresh notification took.
    void measure(Entry entry) {
        var now = clock.instant();
        delivery.record(Duration.between(entry.createdAt(), now));
        if (entry.news() instanceof News.Matched matched) {
            wholeWay.record(Duration.between(matched.postedAt(), now));
        }
    }

    void write() {
        while (!unwritten.isEmpty()) {
            var batch = new HashMap<EntryId, Instant>();
            unwritten.entrySet().stream().limit(BATCH).forEach(time -> batch.put(time.getKey(), time.getValue()));
            try {
                entries.delivered(batch);
            } catch (RuntimeException failure) {
                LOG.debug("Times of delivery are written later", failure);
                return;
            }
            unwritten.keySet().removeAll(batch.keySet());
        }
    }

    @Override
    public void destroy() {
        write();
    }
}
