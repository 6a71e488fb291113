package io.fairbridge.notification;

import static io.fairbridge.notification.InboxFixture.aMatch;
import static io.fairbridge.notification.InboxFixture.messages;
import static io.fairbridge.notification.InboxFixture.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.Viewer;
import io.fairbridge.testing.FairbridgeTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FairbridgeTest
class InboxesTest {

    @Autowired
    private Inboxes inboxes;

    @Autowired
    private EntryRepository entries;

    @Test
    void givenSixteenWriters_whenAllWriteToOneInbox_thenItsNumbersLeaveNoneOut() throws Exception {
        var reader = somebody();

        atOnce(IntStream.range(0, 16).<Callable<Void>>mapToObj(writer -> () -> {
            for (int batch = 0; batch < 3; batch++) {
                inboxes.put(messages(reader, 1 + writer % 4));
            }
            return null;
        }).toList());

        int told = 3 * 4 * (1 + 2 + 3 + 4);
        assertThat(inboxes.find(reader.signedIn()).last()).isEqualTo(told);
        assertThat(numbers(reader)).isEqualTo(LongStream.rangeClosed(1, told).boxed().toList());
    }

    @Test
    void givenManyTellTheSameAtOnce_whenAllAreDone_thenEachNewsIsThereOnce() throws Exception {
        var reader = somebody();
        var same = messages(reader, 10);

        atOnce(IntStream.range(0, 8).<Callable<Void>>mapToObj(writer -> () -> {
            inboxes.put(same);
            return null;
        }).toList());
        inboxes.put(same);

        assertThat(inboxes.find(reader.signedIn()).last()).isEqualTo(10);
        assertThat(all(reader)).extracting(Entry::key).containsExactlyInAnyOrderElementsOf(same.stream().map(Message::key).toList());
    }

    @Test
    void givenKnownAndNewNewsForSeveral_whenPut_thenEachInboxGetsWhatItLacks() {
        var one = somebody();
        var other = somebody();
        var known = messages(one, 3);
        inboxes.put(known);

        inboxes.put(Stream.of(known, messages(other, 2), messages(one, 2), known).flatMap(List::stream).toList());

        assertThat(numbers(one)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(numbers(other)).containsExactly(1L, 2L);
    }

    @Test
    void givenAWriterThatWasKilledBeforeItNotedTheEnd_whenOthersReadAndWrite_thenNothingIsLost() {
        var reader = somebody();
        entries.add(IntStream.rangeClosed(1, 23)
                .mapToObj(number -> new Entry(new EntryId(reader.signedIn(), number), aMatch(), Instant.EPOCH, null)).toList());

        var unread = inboxes.find(reader.signedIn()).unread();
        inboxes.put(messages(reader, 1));

        assertThat(unread).isEqualTo(23);
        assertThat(numbers(reader)).hasSize(24).endsWith(24L);
    }

    @Test
    void givenEveryKindOfNews_whenReadBack_thenItIsTheSame() {
        var reader = somebody();
        var news = List.of(aMatch(), InboxFixture.aHit(), InboxFixture.anAnnouncement());

        inboxes.put(news.stream().map(one -> new Message(reader.signedIn(), one)).toList());

        assertThat(all(reader)).extracting(Entry::news).isEqualTo(news);
    }

    @Test
    void givenManyMarkAtOnce_whenAllAreDone_thenNoMarkIsLost() throws Exception {
        var reader = somebody();
        inboxes.put(messages(reader, 40));

        atOnce(IntStream.rangeClosed(1, 16).<Callable<Inbox>>mapToObj(number -> () ->
                inboxes.mark(reader.signedIn(), marks -> marks.with(number * 2, number * 2, inboxes.now()))).toList());

        var inbox = inboxes.find(reader.signedIn());
        assertThat(inbox.unread()).isEqualTo(40 - 16);
        assertThat(inbox.reads().unreadFrom(40, 100)).hasSize(40 - 16);
    }

    private List<Long> numbers(Viewer reader) {
        return all(reader).stream().map(Entry::number).toList();
    }

    private List<Entry> all(Viewer reader) {
        return entries.following(new EntryId(reader.signedIn(), 0), 1_000);
    }

    private static <T> void atOnce(List<? extends Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var results = new ArrayList<>(threads.invokeAll(tasks));
            for (var result : results) {
                result.get();
            }
        }
    }
}
