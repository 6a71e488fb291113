package io.fairbridge.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.fairbridge.platform.Connection;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.UserErrorCode;
import io.fairbridge.platform.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/// A person's inbox: only the person reads it and marks it.
@Service
class Notifications {

    private static final int MARK_LIMIT = 100;

    private final Inboxes inboxes;
    private final EntryRepository entries;
    private final Surroundings.Sources surroundings;
    private final Deliveries deliveries;
    private final LiveFeed feed;

    Notifications(Inboxes inboxes, EntryRepository entries, Surroundings.Sources surroundings, Deliveries deliveries, LiveFeed feed) {
        this.inboxes = inboxes;
        this.entries = entries;
        this.surroundings = surroundings;
        this.deliveries = deliveries;
        this.feed = feed;
    }

    int unread(Viewer viewer) {
        return inboxes.find(viewer.signedIn()).unread();
    }

    /// Newest first.
    Connection<Notification> page(PageRequest page, boolean unreadOnly, Viewer viewer) {
        var inbox = inboxes.find(viewer.signedIn());
        long start = page.start().map(Notifications::number).map(number -> Math.min(number - 1, inbox.last())).orElse(inbox.last());
        var numbers = unreadOnly ? inbox.reads().unreadFrom(start, page.first() + 1) : downwards(start, page.first() + 1);
        boolean more = numbers.size() > page.first();
        var found = entries.find(numbers.stream().limit(page.first()).map(number -> new EntryId(inbox.accountId(), number)).toList()).stream()
                .sorted((a, b) -> Long.compare(b.number(), a.number())).toList();
        var notifications = surroundings.of(found, viewer, inbox.reads()).stream().map(deliveries::delivered).toList();
        return Connection.of(notifications, Notification::cursor, notifications.size(), page.start().isPresent(), more);
    }

    private static List<Long> downwards(long start, int limit) {
        return LongStream.iterate(start, number -> number >= 1, number -> number - 1).limit(limit).boxed().toList();
    }

    private static long number(String cursor) {
        return EntryId.number(cursor).filter(number -> number >= 1).orElseThrow(PageRequest::badCursor);
    }

    /// Those of the notifications with these ids that are the viewer's.
    Map<String, Notification> find(String type, Collection<String> locals, Viewer viewer) {
        if (!viewer.isSignedIn()) {
            return Map.of();
        }
        var own = locals.stream().map(EntryId::of).flatMap(Optional::stream)
                .filter(id -> id.accountId().equals(viewer.signedIn())).distinct().toList();
        var found = entries.find(own).stream().filter(entry -> entry.news().type().equals(type)).toList();
        return surroundings.of(found, viewer).stream().collect(toMap(notification -> notification.entry().id().text(), identity()));
    }

    /// What a marking led to, refused or not.
    record Marked(int unread, List<UserError> errors) {
    }

    Marked markRead(MarkNotificationsReadInput input, Viewer viewer) {
        var outcome = (input.ids() == null) == (input.upTo() == null)
                ? Outcome.<Inbox>refused(UserError.of(UserErrorCode.INVALID, "idsOrUpTo"))
                : input.ids() == null ? markUpTo(Objects.requireNonNull(input.upTo()), viewer) : markEach(input.ids(), viewer);
        return outcome.fold(inbox -> new Marked(inbox.unread(), List.of()), errors -> new Marked(unread(viewer), errors));
    }

    private Outcome<Inbox> markUpTo(String cursor, Viewer viewer) {
        var account = viewer.signedIn();
        long last = inboxes.find(account).last();
        var now = inboxes.now();
        return PageRequest.content(cursor).flatMap(EntryId::number).filter(number -> number >= 1 && number <= last)
                .map(number -> Outcome.done(inboxes.mark(account, marks -> marks.with(1, number, now))))
                .orElseGet(() -> Outcome.refused(UserError.of(UserErrorCode.INVALID, "badCursor").at("upTo")));
    }

    private Outcome<Inbox> markEach(List<String> globalIds, Viewer viewer) {
        var account = viewer.signedIn();
        var problems = new Problems();
        if (globalIds.size() > MARK_LIMIT) {
            problems.add(UserErrorCode.TOO_LONG, "tooMany", List.of(MARK_LIMIT), "ids");
            return Outcome.refused(problems.found());
        }
        var own = own(globalIds, viewer);
        var numbers = new ArrayList<Long>();
        for (int position = 0; position < globalIds.size(); position++) {
            var entry = own.get(globalIds.get(position));
            if (entry == null) {
                problems.add(UserError.notFound("ids", Integer.toString(position)));
            } else {
                numbers.add(entry.number());
            }
        }
        return problems.none() ? Outcome.done(mark(account, numbers)) : Outcome.refused(problems.found());
    }

    /// The viewer's own entries among these, by their global ids.
    private Map<String, Entry> own(List<String> globalIds, Viewer viewer) {
        var places = globalIds.stream().map(GlobalId::decode).flatMap(Optional::stream).map(GlobalId::local).map(EntryId::of)
                .flatMap(Optional::stream).filter(place -> place.accountId().equals(viewer.signedIn())).distinct().toList();
        return entries.find(places).stream().collect(toMap(entry -> entry.globalId().encoded(), identity()));
    }

    private Inbox mark(String account, List<Long> numbers) {
        var now = inboxes.now();
        return inboxes.mark(account, marks -> {
            var marked = marks;
            for (long number : numbers) {
                marked = marked.with(number, number, now);
            }
            return marked;
        });
    }

    /// Everything later than a cursor, or else than this moment, and then what is new.
    ///
    /// @param end when the viewer's token ends
    Flux<Notification> live(@Nullable String after, Optional<Instant> end, Viewer viewer) {
        long last = inboxes.find(viewer.signedIn()).last();
        long start = PageRequest.of(null, after).start().map(Notifications::number).orElse(last);
        if (start > last) {
            throw PageRequest.badCursor();
        }
        return feed.follow(viewer, start, last, end);
    }
}
