package io.fairbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.outbox.Outbox;
import io.fairbridge.platform.outbox.Outboxes;
import io.fairbridge.testing.Databases;
import io.fairbridge.testing.FairbridgeTest;
import io.fairbridge.testing.TurnedClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/// A pipeline of its own, on a database of its own, with steps that do as they are told.
@FairbridgeTest
class PostingPipelineTest {

    @Autowired
    private MongoClient client;

    @Autowired
    private MongoConverter converter;

    private final TurnedClock clock = new TurnedClock();
    private final List<String> first = new CopyOnWriteArrayList<>();
    private final List<String> second = new CopyOnWriteArrayList<>();
    private final Set<String> poison = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private MongoTemplate mongo;
    private Outbox outbox;
    private PostingRepository repository;
    private PostingPipeline pipeline;

    @BeforeEach
    void start() {
        mongo = Databases.fresh(client, converter);
        outbox = Outboxes.outbox(mongo, 64, clock);
        repository = new PostingRepository(mongo);
        PostingStep noting = changed -> changed.forEach(posting -> first.add(posting.id()));
        PostingStep failing = changed -> changed.forEach(posting -> {
            if (poison.contains(posting.id())) {
                throw new IllegalStateException("poison");
            }
            second.add(posting.id());
        });
        pipeline = new PostingPipeline(outbox, repository, List.of(noting, failing), clock, new SimpleMeterRegistry());
        pipeline.start();
    }

    @AfterEach
    void stop() {
        pipeline.stop();
        mongo.getDb().drop();
    }

    @Test
    void givenAChange_whenAllStepsAreDone_thenItIsForgotten() {
        change("a", 1);

        turning().untilAsserted(() -> assertThat(outbox.depth()).isZero());
        assertThat(first).containsExactly("a");
        assertThat(second).containsExactly("a");
    }

    @Test
    void givenAChangeWrittenDownBeforeItsPosting_whenThePostingComes_thenItIsWorkedOff() {
        outbox.add("late", 1);
        outbox.nudge();
        turnUntilAttempts(2);

        repository.add(posting("late", 1));

        turning().untilAsserted(() -> assertThat(outbox.depth()).isZero());
        assertThat(second).containsExactly("late");
    }

    @Test
    void givenAPostingWithAnOlderRevision_whenItsChangeWaits_thenItIsWorkedOffOnlyWithTheNewOne() {
        repository.add(posting("a", 1));
        outbox.add("a", 2);
        outbox.nudge();
        turnUntilAttempts(2);
        assertThat(second).isEmpty();

        repository.replace(posting("a", 2));

        turning().untilAsserted(() -> assertThat(second).containsExactly("a"));
    }

    @Test
    void givenAChangeWhosePostingNeverComes_whenPatienceIsOver_thenItIsDropped() {
        outbox.add("never", 1);
        outbox.nudge();
        turnUntilAttempts(1);

        clock.turn(Outboxes.PATIENCE.plusSeconds(1));

        turning().untilAsserted(() -> assertThat(outbox.depth()).isZero());
        assertThat(first).isEmpty();
    }

    @Test
    void givenOnePoisonousPosting_whenWorkedOff_thenTheOthersAreDoneAndItWaits() {
        poison.add("bad");
        change("a", 1);
        change("bad", 1);
        change("b", 1);

        turning().untilAsserted(() -> assertThat(second).contains("a", "b"));
        turning().untilAsserted(() -> assertThat(outbox.subjects()).containsExactly("bad"));
        change("c", 1);
        turning().untilAsserted(() -> assertThat(second).contains("c"));
        assertThat(second).doesNotContain("bad");

        poison.clear();
        turning().untilAsserted(() -> assertThat(outbox.depth()).isZero());
        assertThat(second).contains("bad");
    }

    @Test
    void givenAStepThatFailsOnce_whenTriedAgain_thenAllStepsRunAgain() {
        poison.add("a");
        change("a", 1);
        turning().until(() -> !first.isEmpty());

        poison.clear();

        turning().untilAsserted(() -> assertThat(outbox.depth()).isZero());
        assertThat(first).hasSizeGreaterThanOrEqualTo(2).containsOnly("a");
        assertThat(second).containsExactly("a");
    }

    @Test
    void givenWorkOfADeadNode_whenItsLeaseIsOver_thenThisNodeDoesIt() {
        pipeline.stop();
        change("a", 1);
        Outboxes.outbox(mongo, 64, clock).claim();
        pipeline.start();

        clock.turn(Outboxes.LEASE.plusMillis(1));

        turning().untilAsserted(() -> assertThat(second).containsExactly("a"));
    }

    private void change(String id, int revision) {
        outbox.add(id, revision);
        repository.add(posting(id, revision));
        outbox.nudge();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }

    /// Delays pass while one waits: the pipeline may look between a change's two writes and come back for it later.
    private ConditionFactory turning() {
        return soon().conditionEvaluationListener(each -> clock.turn(Duration.ofMillis(200)));
    }

    private void turnUntilAttempts(int attempts) {
        turning().until(() -> mongo.findAll(io.fairbridge.platform.outbox.OutboxEntry.class).stream().allMatch(entry -> entry.attempts() >= attempts));
    }

    private Posting posting(String id, int revision) {
        var content = new PostingContent(LanguageCode.ENGLISH, "Title", "Text", "SI2", Set.of(), Set.of(), Set.of(), null, null);
        var now = Instant.parse("2026-09-10T08:00:00Z");
        return new Posting(id, PostingKind.OFFERING, "organisation", revision, PostingStatus.PUBLISHED, content, null, now, now, now);
    }
}
