package io.fairbridge.notification;

import static java.util.stream.Collectors.groupingBy;

import io.fairbridge.platform.Viewer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// Hands notifications to open subscriptions. What a subscription gets comes from the store by number, so nothing is lost
/// and nothing comes twice; the rest is about when to look.
@Component
class LiveFeed {

    private static final int PAGE = 32;
    private static final int READERS = 16;

    private final EntryRepository entries;
    private final Surroundings.Sources surroundings;
    private final Deliveries deliveries;
    private final Timers timers;
    private final Counter nudges;
    private final Semaphore readers = new Semaphore(READERS);
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();

    LiveFeed(EntryRepository entries, Surroundings.Sources surroundings, Deliveries deliveries, Timers timers, MeterRegistry metrics) {
        this.entries = entries;
        this.surroundings = surroundings;
        this.deliveries = deliveries;
        this.timers = timers;
        this.nudges = Counter.builder("fairbridge.notification.nudges").description("Times that an account's subscriptions were told to look").register(metrics);
        Gauge.builder("fairbridge.notification.subscriptions", this, LiveFeed::subscriptions).description("Open subscriptions").register(metrics);
    }

    int subscriptions() {
        return channels.values().stream().mapToInt(Channel::size).sum();
    }

    /// Everything after a number, and then what is new.
    ///
    /// @param after number that the subscriber has
    /// @param last  number of the newest entry at this moment
    /// @param end   when the caller's token ends
    Flux<Notification> follow(Viewer viewer, long after, long last, Optional<Instant> end) {
        return Flux.create(sink -> open(viewer, after, last, end, sink), FluxSink.OverflowStrategy.ERROR);
    }

    private void open(Viewer viewer, long after, long last, Optional<Instant> end, FluxSink<Notification> sink) {
        var channel = channels.compute(viewer.signedIn(), (account, known) ->
                (known == null ? new Channel(viewer, place -> following(place, viewer)) : known).held());
        var subscription = new LiveSubscription(this, channel, sink, after, last);
        end.ifPresent(time -> subscription.endWith(timers.at(time, sink::complete)));
        sink.onDispose(() -> leave(channel, subscription));
        channel.add(subscription);
        channel.heard(last);
        sink.onRequest(more -> subscription.wake());
    }

    private void leave(Channel channel, LiveSubscription subscription) {
        subscription.closed();
        channel.remove(subscription);
        channels.computeIfPresent(channel.viewer().signedIn(), (account, known) -> channel.released() ? known : null);
    }

    private List<Notification> following(EntryId place, Viewer viewer) {
        readers.acquireUninterruptibly();
        try {
            return surroundings.of(entries.following(place, PAGE), viewer);
        } finally {
            readers.release();
        }
    }

    /// Tells those who are connected here of entries that were just written.
    void added(Collection<Entry> fresh) {
        fresh.stream().collect(groupingBy(entry -> entry.id().accountId())).forEach((account, own) -> {
            var channel = channels.get(account);
            if (channel != null) {
                nudges.increment();
                // Nobody has seen them yet, so nobody has marked them.
                channel.heard(surroundings.of(own, channel.viewer(), ReadMarks.NONE));
            }
        });
    }

    /// Tells those who are connected here that an inbox goes this far.
    void heard(EntryId newest) {
        var channel = channels.get(newest.accountId());
        if (channel != null) {
            nudges.increment();
            channel.heard(newest.number());
        }
    }

    /// Where the next entries of the accounts that are connected here will be.
    List<EntryId> nextPlaces() {
        return channels.values().stream().map(Channel::next).toList();
    }

    void tidy() {
        channels.values().forEach(Channel::tidy);
    }

    Notification sent(Notification notification, boolean fresh) {
        if (fresh) {
            deliveries.measure(notification.entry());
        }
        return deliveries.delivered(notification);
    }

    void run(Runnable work) {
        timers.start(work);
    }

    void later(Duration delay, Runnable work) {
        timers.after(delay, work);
    }
}
