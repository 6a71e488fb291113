package io.fairbridge.notification;

import io.fairbridge.matching.Match;
import io.fairbridge.matching.Matches;
import io.fairbridge.platform.Viewer;
import io.fairbridge.posting.Posting;
import io.fairbridge.posting.Postings;
import io.fairbridge.search.SavedSearch;
import io.fairbridge.search.SavedSearches;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// What the notifications of one page speak of, as far as the recipient may see it: read for all of them together, and
/// only when a field asks for it. So no resolver needs a loader, and none has to know from its thread who asks.
final class Surroundings {

    private final Brief<ReadMarks> marks;
    private final Brief<Map<String, Match>> matches;
    private final Brief<Map<String, SavedSearch>> searches;
    private final Brief<Map<String, Posting>> postings;
    private final Brief<Map<String, Announcement>> announcements;

    private Surroundings(Sources sources, List<Entry> page, Viewer viewer, Brief<ReadMarks> marks) {
        this.marks = marks;
        this.matches = new Brief<>(() -> sources.matches.findAll(each(page, News.Matched.class, News.Matched::matchId), viewer));
        this.searches = new Brief<>(() -> sources.searches.findAll(each(page, News.Hit.class, News.Hit::savedSearchId), viewer));
        this.postings = new Brief<>(() -> sources.postings.findAll(each(page, News.Hit.class, News.Hit::postingId)));
        this.announcements = new Brief<>(() -> sources.announcements.findAll(each(page, News.Announced.class, News.Announced::announcementId)));
    }

    private static <N extends News> Collection<String> each(List<Entry> page, Class<N> kind, Function<N, String> id) {
        return page.stream().map(Entry::news).filter(kind::isInstance).map(kind::cast).map(id).distinct().toList();
    }

    Optional<Instant> readAt(Entry entry) {
        return marks.get().at(entry.number());
    }

    Optional<Match> match(News.Matched matched) {
        return Optional.ofNullable(matches.get().get(matched.matchId()));
    }

    Optional<SavedSearch> savedSearch(News.Hit hit) {
        return Optional.ofNullable(searches.get().get(hit.savedSearchId()));
    }

    Optional<Posting> posting(News.Hit hit) {
        return Optional.ofNullable(postings.get().get(hit.postingId()));
    }

    Optional<Announcement> announcement(News.Announced announced) {
        return Optional.ofNullable(announcements.get().get(announced.announcementId()));
    }

    /// Where surroundings are read.
    @Component
    static class Sources {

        private final InboxRepository inboxes;
        private final Matches matches;
        private final SavedSearches searches;
        private final Postings postings;
        private final AnnouncementRepository announcements;

        Sources(InboxRepository inboxes, Matches matches, SavedSearches searches, Postings postings, AnnouncementRepository announcements) {
            this.inboxes = inboxes;
            this.matches = matches;
            this.searches = searches;
            this.postings = postings;
            this.announcements = announcements;
        }

        /// The notifications of these entries, all of one account.
        List<Notification> of(List<Entry> page, Viewer viewer, ReadMarks marks) {
            var surroundings = new Surroundings(this, page, viewer, new Brief<>(() -> marks(viewer), marks));
            return page.stream().map(entry -> new Notification(entry, surroundings)).toList();
        }

        List<Notification> of(List<Entry> page, Viewer viewer) {
            var surroundings = new Surroundings(this, page, viewer, new Brief<>(() -> marks(viewer)));
            return page.stream().map(entry -> new Notification(entry, surroundings)).toList();
        }

        private ReadMarks marks(Viewer viewer) {
            return inboxes.find(List.of(viewer.signedIn())).get(viewer.signedIn()).reads();
        }
    }
}
