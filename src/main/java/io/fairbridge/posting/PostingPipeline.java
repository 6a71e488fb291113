package io.fairbridge.posting;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.fairbridge.platform.outbox.Outbox;
import io.fairbridge.platform.outbox.OutboxEntry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Works off the outbox: hands changed postings to the steps and forgets the work when all steps are done. One thread a
/// node; what piles up is done in one go, so batches grow under load.
@Component
class PostingPipeline implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostingPipeline.class);
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final PostingRepository postings;
    private final List<PostingStep> steps;
    private final Clock clock;
    private final Timer duration;
    private final Timer lag;
    private volatile boolean running;
    private volatile Optional<Thread> worker = Optional.empty();

    PostingPipeline(Outbox outbox, PostingRepository postings, List<PostingStep> steps, Clock clock, MeterRegistry metrics) {
        this.outbox = outbox;
        this.postings = postings;
        this.steps = steps;
        this.clock = clock;
        this.duration = Timer.builder("fairbridge.pipeline.batch").description("Time for one batch of changed postings").register(metrics);
        this.lag = Timer.builder("fairbridge.pipeline.lag").description("From the change of a posting until all steps are done").register(metrics);
    }

    @Override
    public void start() {
        running = true;
        worker = Optional.of(Thread.ofPlatform().name("posting-pipeline").start(this::run));
    }

    @Override
    public void stop() {
        running = false;
        outbox.nudge();
        worker.ifPresent(thread -> {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                var entries = outbox.claim();
                if (entries.isEmpty()) {
                    outbox.await();
                } else {
                    duration.record(() -> work(entries));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("The outbox cannot be read, trying again: {}", failure.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(SOON.multipliedBy(10));
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    private void work(List<OutboxEntry> entries) {
        var current = postings.findAll(entries.stream().map(OutboxEntry::subject).distinct().toList()).stream()
                .collect(toMap(Posting::id, identity()));
        var ready = new ArrayList<OutboxEntry>();
        var notYet = new ArrayList<OutboxEntry>();
        var never = new ArrayList<OutboxEntry>();
        for (var entry : entries) {
            var posting = current.get(entry.subject());
            if (posting != null && posting.revision() >= entry.revision()) {
                ready.add(entry);
            } else {
                (outbox.isHopeless(entry) ? never : notYet).add(entry);
            }
        }
        outbox.done(never);
        outbox.postpone(notYet, SOON);
        process(ready, current);
    }

    /// One posting that cannot be processed must not hold up the others: a failing batch is taken apart.
    private void process(List<OutboxEntry> entries, Map<String, Posting> current) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            var changed = entries.stream().map(OutboxEntry::subject).distinct().map(current::get).toList();
            steps.forEach(step -> step.process(changed));
            outbox.done(entries);
            entries.forEach(entry -> lag.record(entry.age(clock.instant())));
        } catch (RuntimeException failure) {
            if (entries.size() == 1 || !running) {
                postpone(entries, failure);
            } else if (entries.getFirst().attempts() <= 1) {
                postpone(entries, failure);
            } else {
                entries.forEach(entry -> process(List.of(entry), current));
            }
        }
    }

    private void postpone(List<OutboxEntry> entries, RuntimeException failure) {
        int attempts = entries.getFirst().attempts();
        var delay = SOON.multipliedBy(1L << Math.min(attempts, 10));
        outbox.postpone(entries, delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
        if (attempts % 20 == 3) {
            LOG.warn("{} changed postings cannot be matched yet, attempt {}: {}", entries.size(), attempts, failure.toString());
        } else {
            LOG.debug("Postponed", failure);
        }
    }
}
