package io.fairbridge.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// One thread that waits for all; what is due runs on virtual threads.
@Component
class Timers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("notification-timer").factory());

    Timers(Clock clock) {
        this.clock = clock;
        timer.setRemoveOnCancelPolicy(true);
    }

    Future<?> at(Instant time, Runnable task) {
        return after(Duration.between(clock.instant(), time), task);
    }

    Future<?> after(Duration delay, Runnable task) {
        return timer.schedule(() -> start(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Again and again, never twice at once.
    void every(Duration period, Runnable task) {
        var busy = new AtomicBoolean();
        timer.scheduleWithFixedDelay(() -> {
            if (busy.compareAndSet(false, true)) {
                start(() -> {
                    try {
                        task.run();
                    } finally {
                        busy.set(false);
                    }
                });
            }
        }, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// At once, on a thread of its own.
    void start(Runnable task) {
        Thread.ofVirtual().name("notification").start(() -> {
            try {
                task.run();
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Stopping", stopping);
            } catch (RuntimeException failure) {
                LOG.warn("Background work of notifications failed: {}", failure.toString());
                LOG.debug("Background work failed", failure);
            }
        });
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
