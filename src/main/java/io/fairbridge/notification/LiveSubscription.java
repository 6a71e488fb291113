package io.fairbridge.notification;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;

/// One open subscription: the number it has come to, and a reader that may take its time. It holds no queue and no thread.
/// When woken, by news or by its reader's demand, it takes what follows its number and hands on as much as is asked for.
final class LiveSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSubscription.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final LiveFeed feed;
    private final Channel channel;
    private final FluxSink<Notification> sink;
    /// Above it, an entry is new and its delivery is measured.
    private final long start;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile long number;
    private volatile boolean looked;
    private volatile @Nullable Future<?> end;

    LiveSubscription(LiveFeed feed, Channel channel, FluxSink<Notification> sink, long number, long start) {
        this.feed = feed;
        this.channel = channel;
        this.sink = sink;
        this.number = number;
        this.start = start;
    }

    /// Several calls while it is at work lead to one more look.
    void wake() {
        if (calls.getAndIncrement() == 0) {
            feed.run(this::work);
        }
    }

    private void work() {
        int answered = 1;
        do {
            try {
                handOn();
            } catch (RuntimeException failure) {
                LOG.debug("The store does not answer, trying again", failure);
                feed.later(RETRY, this::wake);
            }
            answered = calls.addAndGet(-answered);
        } while (answered != 0);
    }

    private void handOn() {
        while (isWanted()) {
            var next = channel.after(number, !looked);
            looked = true;
            if (next.isEmpty()) {
                return;
            }
            for (var notification : next) {
                if (!isWanted()) {
                    return;
                }
                number = notification.number();
                sink.next(feed.sent(notification, number > start));
            }
        }
    }

    private boolean isWanted() {
        return !sink.isCancelled() && sink.requestedFromDownstream() > 0;
    }

    void endWith(Future<?> timer) {
        end = timer;
    }

    void closed() {
        var timer = end;
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
