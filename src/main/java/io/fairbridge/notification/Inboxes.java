package io.fairbridge.notification;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Puts news into inboxes under numbers without a gap, each once, whoever else writes at the same time.
///
/// The unique `_id` gives a number to one writer only, and nobody tries a number before the one below it is taken. The
/// unique `key` lets the same news in once. An inbox's document tells only where to begin looking for its end.
@Component
class Inboxes {

    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WIDEST_LOOK = 64;

    private final EntryRepository entries;
    private final InboxRepository inboxes;
    private final LiveFeed feed;
    private final Clock clock;

    Inboxes(EntryRepository entries, InboxRepository inboxes, LiveFeed feed, Clock clock) {
        this.entries = entries;
        this.inboxes = inboxes;
        this.feed = feed;
        this.clock = clock;
    }

    /// Puts each message into its inbox, unless it is there already.
    void put(List<Message> messages) {
        for (int from = 0; from < messages.size(); from += BATCH) {
            putBatch(messages.subList(from, Math.min(messages.size(), from + BATCH)));
        }
    }

    private void putBatch(List<Message> messages) {
        var giveUp = clock.instant().plus(PATIENCE);
        var open = unknown(messages);
        while (!open.isEmpty()) {
            var numbered = numbered(open);
            int added = entries.add(numbered);
            told(numbered.subList(0, added));
            open = added == numbered.size() ? List.of() : unknown(open.subList(added, open.size()));
            if (clock.instant().isAfter(giveUp)) {
                throw new IllegalStateException("Too many writers for the same inboxes");
            }
        }
    }

    private List<Message> unknown(List<Message> messages) {
        var seen = new HashSet<>(entries.known(messages.stream().map(Message::key).toList()));
        return messages.stream().filter(message -> seen.add(message.key())).toList();
    }

    private List<Entry> numbered(List<Message> messages) {
        var lasts = new HashMap<String, Long>();
        find(messages.stream().map(Message::accountId).collect(toSet())).forEach((account, inbox) -> lasts.put(account, inbox.last()));
        var now = now();
        return messages.stream()
                .map(message -> new Entry(new EntryId(message.accountId(), lasts.merge(message.accountId(), 1L, Long::sum)), message.news(), now, null))
                .toList();
    }

    /// Readers first: the inbox's own note of its end may wait.
    private void told(List<Entry> added) {
        if (!added.isEmpty()) {
            feed.added(added);
            var lasts = new HashMap<String, Long>();
            added.forEach(entry -> lasts.merge(entry.id().accountId(), entry.number(), Math::max));
            inboxes.advance(lasts);
        }
    }

    Inbox find(String accountId) {
        return find(Set.of(accountId)).get(accountId);
    }

    /// The inboxes of these accounts, with their true ends.
    Map<String, Inbox> find(Collection<String> accountIds) {
        var found = inboxes.find(accountIds);
        var open = new HashSet<>(found.keySet());
        for (int width = 1; !open.isEmpty(); width = Math.min(WIDEST_LOOK, width * 4)) {
            int look = width;
            var places = open.stream().flatMap(account -> next(found.get(account), look).stream()).toList();
            var taken = entries.taken(places);
            open.removeIf(account -> {
                long before = found.get(account).last();
                long end = before;
                while (taken.contains(new EntryId(account, end + 1))) {
                    end++;
                }
                found.put(account, found.get(account).upTo(end));
                return end - before < look;
            });
        }
        return found;
    }

    private static List<EntryId> next(Inbox inbox, int width) {
        var places = new ArrayList<EntryId>();
        for (long number = inbox.last() + 1; number <= inbox.last() + width; number++) {
            places.add(new EntryId(inbox.accountId(), number));
        }
        return places;
    }

    /// Changes what is read, in one write that no other change gets lost by.
    Inbox mark(String accountId, UnaryOperator<ReadMarks> change) {
        while (true) {
            var inbox = find(accountId);
            var marks = change.apply(inbox.reads());
            if (marks.equals(inbox.reads())) {
                return inbox;
            }
            inboxes.advance(Map.of(accountId, inbox.last()));
            if (inboxes.mark(inbox.marked(marks))) {
                return inbox.marked(marks);
            }
        }
    }

    /// As exact as the store keeps it, so that an entry in memory equals the stored one.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
