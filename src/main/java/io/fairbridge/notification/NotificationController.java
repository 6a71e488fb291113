package io.fairbridge.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.fairbridge.identity.Account;
import io.fairbridge.matching.Match;
import io.fairbridge.platform.Connection;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.NodeSource;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.Viewer;
import io.fairbridge.posting.Posting;
import io.fairbridge.search.SavedSearch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class NotificationController implements NodeSource {

    private final Notifications notifications;
    private final Announcements announcements;
    private final NotificationTexts texts;

    NotificationController(Notifications notifications, Announcements announcements, NotificationTexts texts) {
        this.notifications = notifications;
        this.announcements = announcements;
        this.texts = texts;
    }

    @SubscriptionMapping
    Flux<Notification> notificationReceived(@Argument @Nullable String after, @ContextValue Viewer viewer) {
        return notifications.live(after, tokenEnd(), viewer);
    }

    private static Optional<Instant> tokenEnd() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.ofNullable(token.getToken().getExpiresAt())
                : Optional.empty();
    }

    @SchemaMapping(typeName = "Viewer")
    int unreadNotificationCount(Account account, @ContextValue Viewer viewer) {
        return notifications.unread(account.viewer(viewer.locale()));
    }

    @SchemaMapping(typeName = "Viewer", field = "notifications")
    Connection<Notification> notifications(
            Account account, @Argument @Nullable Integer first, @Argument @Nullable String after,
            @Argument @Nullable Boolean unreadOnly, @ContextValue Viewer viewer) {
        return notifications.page(PageRequest.of(first, after), Boolean.TRUE.equals(unreadOnly), account.viewer(viewer.locale()));
    }

    @MutationMapping
    MarkNotificationsReadPayload markNotificationsRead(@Argument MarkNotificationsReadInput input, @ContextValue Viewer viewer) {
        var marked = notifications.markRead(input, viewer);
        return new MarkNotificationsReadPayload(marked.unread(), marked.errors());
    }

    @MutationMapping
    AnnouncePayload announce(@Argument AnnounceInput input, @ContextValue Viewer viewer) {
        return announcements.announce(input, viewer)
                .fold(done -> new AnnouncePayload(done, List.of()), errors -> new AnnouncePayload(null, errors));
    }

    @SchemaMapping(typeName = "Notification")
    String cursor(Notification notification) {
        return notification.cursor();
    }

    @SchemaMapping(typeName = "Notification")
    Instant createdAt(Notification notification) {
        return notification.entry().createdAt();
    }

    @SchemaMapping(typeName = "Notification")
    @Nullable Instant readAt(Notification notification) {
        return notification.readAt();
    }

    @SchemaMapping(typeName = "Notification")
    String title(Notification notification, @Argument @Nullable String language) {
        return texts.title(notification.entry().news(), language);
    }

    @SchemaMapping(typeName = "MatchNotification")
    @Nullable Match match(Notification notification) {
        return notification.surroundings().match((News.Matched) notification.entry().news()).orElse(null);
    }

    @SchemaMapping(typeName = "MatchNotification")
    MatchTimes times(Notification notification) {
        var matched = (News.Matched) notification.entry().news();
        return new MatchTimes(matched.postedAt(), matched.matchedAt(), notification.entry().deliveredAt(), notification.readAt());
    }

    @SchemaMapping(typeName = "SavedSearchNotification")
    @Nullable SavedSearch savedSearch(Notification notification) {
        return notification.surroundings().savedSearch((News.Hit) notification.entry().news()).orElse(null);
    }

    @SchemaMapping(typeName = "SavedSearchNotification")
    @Nullable Posting posting(Notification notification) {
        return notification.surroundings().posting((News.Hit) notification.entry().news()).orElse(null);
    }

    @SchemaMapping(typeName = "AnnouncementNotification")
    @Nullable Announcement announcement(Notification notification) {
        return notification.surroundings().announcement((News.Announced) notification.entry().news()).orElse(null);
    }

    @SchemaMapping
    String title(Announcement announcement, @Argument @Nullable String language) {
        return announcement.titleIn(language);
    }

    @SchemaMapping
    String body(Announcement announcement, @Argument @Nullable String language) {
        return announcement.bodyIn(language);
    }

    @SchemaMapping
    @Nullable Integer recipientCount(Announcement announcement, @ContextValue Viewer viewer) {
        return viewer.administrator() ? announcement.recipients() : null;
    }

    @Override
    public Set<String> types() {
        return Set.of("MatchNotification", "SavedSearchNotification", "AnnouncementNotification", Announcement.TYPE);
    }

    @Override
    public Map<String, ? extends GlobalNode> find(String type, Collection<String> locals, Viewer viewer) {
        if (!viewer.isSignedIn()) {
            return Map.of();
        }
        return type.equals(Announcement.TYPE)
                ? announcements.findAll(locals)
                : notifications.find(type, locals, viewer);
    }
}
