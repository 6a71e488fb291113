package io.fairbridge.notification;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.LocalisedText;
import io.fairbridge.platform.Viewer;
import io.fairbridge.posting.PostingKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/// People and news for them.
final class InboxFixture {

    private InboxFixture() {
    }

    static Viewer somebody() {
        return new Viewer("account-" + UUID.randomUUID(), false, Locale.ENGLISH);
    }

    static News.Matched aMatch() {
        return new News.Matched(id(), id(), "跨境电商税务咨询", "VAT filing in Germany", 82, Side.DEMAND,
                Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T08:00:00.250Z"));
    }

    static News.Hit aHit() {
        return new News.Hit(id(), "German tax", id(), PostingKind.OFFERING, "跨境电商税务咨询");
    }

    static News.Announced anAnnouncement() {
        return new News.Announced(id(), List.of(
                new LocalisedText(LanguageCode.CHINESE, "展会今日开幕"), new LocalisedText(LanguageCode.ENGLISH, "The fair opens today")));
    }

    static List<Message> messages(Viewer to, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Message(to.signedIn(), i % 3 == 0 ? aHit() : aMatch())).toList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
