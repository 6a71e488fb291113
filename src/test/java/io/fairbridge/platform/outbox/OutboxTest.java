package io.fairbridge.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.fairbridge.testing.Databases;
import io.fairbridge.testing.FairbridgeTest;
import io.fairbridge.testing.TurnedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

@FairbridgeTest
class OutboxTest {

    @Autowired
    private MongoClient client;

    @Autowired
    private MongoConverter converter;

    private final TurnedClock clock = new TurnedClock();
    private MongoTemplate mongo;
    private Outbox one;
    private Outbox other;

    @BeforeEach
    void twoNodes() {
        mongo = Databases.fresh(client, converter);
        one = Outboxes.outbox(mongo, 5, clock);
        other = Outboxes.outbox(mongo, 5, clock);
    }

    @AfterEach
    void forget() {
        mongo.getDb().drop();
    }

    @Test
    void givenMoreWorkThanABatch_whenClaimed_thenTheOldestComesFirst() {
        add(8);

        assertThat(subjects(one.claim())).containsExactly("s0", "s1", "s2", "s3", "s4");
        assertThat(subjects(one.claim())).containsExactly("s5", "s6", "s7");
    }

    @Test
    void givenWorkThatOneHolds_whenAnotherClaims_thenItGetsOnlyTheRest() {
        add(7);
        one.claim();

        assertThat(subjects(other.claim())).containsExactly("s5", "s6");
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void givenAWorkerThatDied_whenItsLeaseIsOver_thenAnotherTakesOver() {
        add(3);
        one.claim();
        clock.turn(Outboxes.LEASE.plusMillis(1));

        var taken = other.claim();

        assertThat(subjects(taken)).containsExactly("s0", "s1", "s2");
        assertThat(taken).allMatch(entry -> entry.attempts() == 2);
    }

    @Test
    void givenAWorkerThatWasOnlySlow_whenItSaysDoneAfterTheTakeover_thenTheWorkStaysWithTheOther() {
        add(1);
        var slow = one.claim();
        clock.turn(Outboxes.LEASE.plusMillis(1));
        var taken = other.claim();

        one.done(slow);
        one.postpone(slow, Duration.ZERO);

        assertThat(one.depth()).isEqualTo(1);
        assertThat(one.claim()).isEmpty();
        other.done(taken);
        assertThat(one.depth()).isZero();
    }

    @Test
    void givenPostponedWork_whenTheDelayIsOver_thenItIsTakenAgain() {
        add(1);
        one.postpone(one.claim(), Duration.ofSeconds(2));

        assertThat(other.claim()).isEmpty();
        clock.turn(Duration.ofMillis(2_001));
        assertThat(subjects(other.claim())).containsExactly("s0");
    }

    @Test
    void givenManyWorkers_whenAllClaimAtOnce_thenNoWorkIsHeldTwice() throws Exception {
        add(40);
        var workers = Stream.generate(() -> Outboxes.outbox(mongo, 5, clock)).limit(8).toList();
        var held = new ArrayList<String>();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = workers.stream().map(worker -> (Callable<List<String>>) () -> subjects(worker.claim())).toList();
            for (var result : threads.invokeAll(tasks)) {
                held.addAll(result.get());
            }
        }

        assertThat(held).doesNotHaveDuplicates();
    }

    @Test
    void givenAnEntryThatWaits_whenItsPatienceIsOver_thenItIsHopeless() {
        add(1);
        var entry = one.claim().getFirst();

        assertThat(one.isHopeless(entry)).isFalse();
        clock.turn(Outboxes.PATIENCE.plusMillis(1));
        assertThat(one.isHopeless(entry)).isTrue();
    }

    @Test
    void givenWaitingWork_whenMeasured_thenDepthAndLagAreTold() {
        add(3);
        clock.turn(Duration.ofSeconds(7));

        assertThat(one.depth()).isEqualTo(3);
        assertThat(one.lag()).isEqualTo(Duration.ofSeconds(7));
        assertThat(one.subjects()).containsExactlyInAnyOrder("s0", "s1", "s2");
    }

    private void add(int count) {
        one.addAll(IntStream.range(0, count).mapToObj(i -> new Outbox.Work("s" + i, 1)).toList());
    }

    private static List<String> subjects(List<OutboxEntry> entries) {
        return entries.stream().map(OutboxEntry::subject).toList();
    }
}
