package io.fairbridge.notification;

import io.fairbridge.identity.Accounts;
import io.fairbridge.platform.IdSource;
import io.fairbridge.platform.LocalisedText;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.UserErrorCode;
import io.fairbridge.platform.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Tells everybody something. The announcement is kept first and then put into one inbox after the other; how far it came
/// is kept with it, so that whoever starts after a kill goes on from there.
@Service
class Announcements {

    private static final int TITLE_LIMIT = 150;
    private static final int BODY_LIMIT = 4_000;
    private static final int LANGUAGES = 20;
    private static final int BATCH = 200;
    /// So long the answer waits for everybody to be told; on a large platform it does not wait for all.
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final AnnouncementRepository repository;
    private final Accounts accounts;
    private final Inboxes inboxes;
    private final Timers timers;
    private final IdSource ids;
    private final Clock clock;

    Announcements(AnnouncementRepository repository, Accounts accounts, Inboxes inboxes, Timers timers, IdSource ids, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.inboxes = inboxes;
        this.timers = timers;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome<Announcement> announce(AnnounceInput input, Viewer viewer) {
        viewer.signedIn();
        if (!viewer.administrator()) {
            return Outcome.refused(UserError.forbidden());
        }
        var problems = new Problems();
        if (input.title().isEmpty()) {
            problems.add(UserErrorCode.REQUIRED, "required", List.of(), "title");
        }
        var title = read(input.title(), TITLE_LIMIT, problems, "title");
        var body = read(input.body(), BODY_LIMIT, problems, "body");
        if (!problems.none()) {
            return Outcome.refused(problems.found());
        }
        var announcement = new Announcement(ids.next(), title, body, clock.instant(), "", 0, false);
        repository.add(announcement);
        return Outcome.done(tellInBackground(announcement));
    }

    private static List<LocalisedText> read(List<LocalisedText.Input> texts, int limit, Problems problems, String path) {
        if (texts.size() > LANGUAGES) {
            problems.add(UserErrorCode.TOO_LONG, "tooMany", List.of(LANGUAGES), path);
            return List.of();
        }
        return LocalisedText.read(texts, limit, problems, path);
    }

    private Announcement tellInBackground(Announcement announcement) {
        var told = new CompletableFuture<Announcement>();
        timers.start(() -> told.complete(tell(announcement)));
        return told.completeOnTimeout(announcement, WAIT.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    @EventListener(ApplicationReadyEvent.class)
    void takeUp() {
        timers.start(() -> repository.unfinished().forEach(this::tell));
    }

    /// Tells those who were not told yet, as far as it comes.
    Announcement tell(Announcement announcement) {
        var current = announcement;
        var open = accounts.allIds().stream().filter(account -> account.compareTo(announcement.toldUpTo()) > 0).toList();
        try {
            for (int from = 0; from < open.size(); from += BATCH) {
                var batch = open.subList(from, Math.min(open.size(), from + BATCH));
                var news = new News.Announced(announcement.id(), announcement.title());
                inboxes.put(batch.stream().map(account -> new Message(account, news)).toList());
                current = current.told(batch.getLast(), batch.size());
                repository.replace(current);
            }
            current = current.finished();
            repository.replace(current);
        } catch (RuntimeException storeAway) {
            var rest = current;
            timers.after(RETRY, () -> tell(rest));
        }
        return current;
    }

    Map<String, Announcement> findAll(Collection<String> wanted) {
        return repository.findAll(wanted);
    }
}
