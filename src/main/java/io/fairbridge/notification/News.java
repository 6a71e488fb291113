package io.fairbridge.notification;

import io.fairbridge.platform.LocalisedText;
import io.fairbridge.posting.PostingKind;
import java.time.Instant;
import java.util.List;

/// What a notification tells, as it was when it happened.
sealed interface News {

    /// What is told once to each recipient, however often it is said.
    String subject();

    /// Name of the notification's type in the schema.
    String type();

    /// A posting found its other side.
    record Matched(
            String offeringId, String demandId, String offeringTitle, String demandTitle, int score, Side own, Instant postedAt, Instant matchedAt)
            implements News {

        String matchId() {
            return offeringId + ":" + demandId;
        }

        @Override
        public String subject() {
            return "match:" + matchId();
        }

        @Override
        public String type() {
            return "MatchNotification";
        }
    }

    /// A saved search found a posting.
    record Hit(String savedSearchId, String savedSearchName, String postingId, PostingKind kind, String postingTitle) implements News {

        @Override
        public String subject() {
            return "search:" + savedSearchId + ":" + postingId;
        }

        @Override
        public String type() {
            return "SavedSearchNotification";
        }
    }

    /// An announcement was made.
    record Announced(String announcementId, List<LocalisedText> title) implements News {

        public Announced {
            title = List.copyOf(title);
        }

        @Override
        public String subject() {
            return "announcement:" + announcementId;
        }

        @Override
        public String type() {
            return "AnnouncementNotification";
        }
    }
}
