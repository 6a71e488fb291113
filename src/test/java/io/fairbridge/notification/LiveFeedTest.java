package io.fairbridge.notification;

import static io.fairbridge.notification.InboxFixture.aMatch;
import static io.fairbridge.notification.InboxFixture.messages;
import static io.fairbridge.notification.InboxFixture.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fairbridge.platform.BadRequest;
import io.fairbridge.platform.Unauthenticated;
import io.fairbridge.platform.Viewer;
import io.fairbridge.testing.FairbridgeTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

@FairbridgeTest
class LiveFeedTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Notifications notifications;

    @Autowired
    private Inboxes inboxes;

    @Autowired
    private EntryRepository entries;

    @Autowired
    private LiveFeed feed;

    @Test
    void givenASubscription_whenNewsComes_thenOnlyWhatIsNewIsSent() {
        var reader = somebody();
        inboxes.put(messages(reader, 3));
        var received = new Received(live(reader, null));

        inboxes.put(messages(reader, 2));

        await().atMost(SOON).untilAsserted(() -> assertThat(received.numbers()).containsExactly(4L, 5L));
    }

    @Test
    void givenNewsBetweenTheCallAndTheSubscription_whenSubscribed_thenItIsSent() {
        var reader = somebody();
        var live = live(reader, null);
        inboxes.put(messages(reader, 1));

        var received = new Received(live);

        await().atMost(SOON).untilAsserted(() -> assertThat(received.numbers()).containsExactly(1L));
    }

    @RepeatedTest(3)
    void givenWritersAndRandomDisconnects_whenResumedEachTimeWithTheLastCursor_thenNothingIsMissedAndNothingComesTwice() throws Exception {
        var reader = somebody();
        int told = 6 * 25;
        var writers = IntStream.range(0, 6).mapToObj(writer -> Thread.ofVirtual().start(() ->
                IntStream.range(0, 25).forEach(i -> inboxes.put(messages(reader, 1))))).toList();
        var seen = new ArrayList<Long>();

        while (seen.size() < told) {
            int atOnce = Math.min(told - seen.size(), 1 + ThreadLocalRandom.current().nextInt(12));
            var part = Objects.requireNonNull(resumed(reader, seen.size()).take(atOnce).collectList().block(SOON));
            part.forEach(notification -> seen.add(notification.number()));
        }
        for (var writer : writers) {
            writer.join();
        }

        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, told).boxed().toList());
    }

    private Flux<Notification> resumed(Viewer reader, long number) {
        return feed.follow(reader, number, inboxes.find(reader.signedIn()).last(), Optional.empty());
    }

    @Test
    void givenASlowReader_whenMuchIsNew_thenItGetsAsMuchAsItAsksForAndOthersDoNotWait() {
        var reader = somebody();
        var slow = new Received(live(reader, null), 1);
        var quick = new Received(live(reader, null));

        inboxes.put(messages(reader, 100));

        await().atMost(SOON).untilAsserted(() -> assertThat(quick.numbers()).hasSize(100));
        assertThat(slow.numbers()).containsExactly(1L);
        slow.request(150);
        await().atMost(SOON).untilAsserted(() -> assertThat(slow.numbers()).isEqualTo(quick.numbers()));
    }

    @Test
    void givenEntriesWrittenByAnotherNode_whenItLooks_thenSubscriptionsHereGetThem() {
        var reader = somebody();
        var received = new Received(live(reader, null));

        entries.add(IntStream.rangeClosed(1, 70)
                .mapToObj(number -> new Entry(new EntryId(reader.signedIn(), number), aMatch(), Instant.EPOCH, null)).toList());

        await().atMost(SOON).untilAsserted(() -> assertThat(received.numbers()).isEqualTo(LongStream.rangeClosed(1, 70).boxed().toList()));
    }

    @Test
    void givenHundredsOfSubscriptionsOfOneAccount_whenNewsComes_thenAllGetIt() {
        var reader = somebody();
        var all = IntStream.range(0, 300).mapToObj(i -> new Received(live(reader, null))).toList();

        inboxes.put(messages(reader, 5));

        await().atMost(SOON).untilAsserted(() -> assertThat(all).allSatisfy(one -> assertThat(one.numbers()).containsExactly(1L, 2L, 3L, 4L, 5L)));
    }

    @Test
    void givenOthersNews_whenItComes_thenAStrangerHearsNothing() {
        var reader = somebody();
        var stranger = somebody();
        var own = new Received(live(reader, null));
        var others = new Received(live(stranger, null));

        inboxes.put(messages(reader, 5));
        inboxes.put(messages(stranger, 1));

        await().atMost(SOON).untilAsserted(() -> assertThat(own.numbers()).hasSize(5));
        await().atMost(SOON).untilAsserted(() -> assertThat(others.received).singleElement()
                .satisfies(notification -> assertThat(notification.entry().id().accountId()).isEqualTo(stranger.signedIn())));
    }

    @Test
    void givenATokenThatEnds_whenItsTimeComes_thenTheSubscriptionCompletes() {
        var reader = somebody();
        var received = new Received(notifications.live(null, Optional.of(Instant.now().plusMillis(300)), reader));

        await().atMost(SOON).untilTrue(received.completed);

        assertThat(feed.nextPlaces()).noneMatch(place -> place.accountId().equals(reader.signedIn()));
    }

    @Test
    void givenClosedSubscriptions_whenCounted_thenNoneIsLeft() {
        var reader = somebody();
        var received = IntStream.range(0, 50).mapToObj(i -> new Received(live(reader, null))).toList();

        received.forEach(Received::cancel);

        assertThat(feed.nextPlaces()).noneMatch(place -> place.accountId().equals(reader.signedIn()));
    }

    @Test
    void givenNobodySignedIn_whenSubscribing_thenItIsRefused() {
        assertThatThrownBy(() -> live(Viewer.anonymous(Locale.ENGLISH), null)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void givenACursorThatIsNone_whenSubscribing_thenItIsRefused() {
        var reader = somebody();

        assertThatThrownBy(() -> live(reader, "rubbish!")).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> live(reader, new EntryId(reader.signedIn(), 7).cursor())).isInstanceOf(BadRequest.class);
    }

    private Flux<Notification> live(Viewer reader, @Nullable String after) {
        return notifications.live(after, Optional.empty(), reader);
    }

    /// What a subscription sends, with a reader that asks for so much at first.
    private static final class Received extends BaseSubscriber<Notification> {

        private final List<Notification> received = new CopyOnWriteArrayList<>();
        private final AtomicBoolean completed = new AtomicBoolean();
        private final long first;

        Received(Flux<Notification> source) {
            this(source, Long.MAX_VALUE);
        }

        Received(Flux<Notification> source, long first) {
            this.first = first;
            source.subscribe(this);
        }

        List<Long> numbers() {
            return received.stream().map(Notification::number).toList();
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(first);
        }

        @Override
        protected void hookOnNext(Notification notification) {
            received.add(notification);
        }

        @Override
        protected void hookOnComplete() {
            completed.set(true);
        }
    }
}
