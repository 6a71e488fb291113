package io.fairbridge.notification;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.LocalisedText;
import io.fairbridge.posting.PostingKind;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Entries as documents.
final class EntryCodec {

    private EntryCodec() {
    }

    static Document document(Entry entry) {
        return new Document("_id", entry.id().text())
                .append("key", entry.key())
                .append("createdAt", Date.from(entry.createdAt()))
                .append("news", document(entry.news()));
    }

    private static Document document(News news) {
        return switch (news) {
            case News.Matched matched -> new Document("kind", "match")
                    .append("offeringId", matched.offeringId()).append("demandId", matched.demandId())
                    .append("offeringTitle", matched.offeringTitle()).append("demandTitle", matched.demandTitle())
                    .append("score", matched.score()).append("own", matched.own().name())
                    .append("postedAt", Date.from(matched.postedAt())).append("matchedAt", Date.from(matched.matchedAt()));
            case News.Hit hit -> new Document("kind", "search")
                    .append("savedSearchId", hit.savedSearchId()).append("savedSearchName", hit.savedSearchName())
                    .append("postingId", hit.postingId()).append("postingKind", hit.kind().name())
                    .append("postingTitle", hit.postingTitle());
            case News.Announced announced -> new Document("kind", "announcement")
                    .append("announcementId", announced.announcementId())
                    .append("title", announced.title().stream()
                            .map(text -> new Document("language", text.language().value()).append("text", text.text())).toList());
        };
    }

    static Entry entry(Document document) {
        return new Entry(EntryId.of(document.getString("_id")).orElseThrow(), news(document.get("news", Document.class)),
                instant(document, "createdAt"), optionalInstant(document, "deliveredAt"));
    }

    private static News news(Document news) {
        return switch (news.getString("kind")) {
            case "match" -> new News.Matched(news.getString("offeringId"), news.getString("demandId"),
                    news.getString("offeringTitle"), news.getString("demandTitle"), news.getInteger("score"),
                    Side.valueOf(news.getString("own")), instant(news, "postedAt"), instant(news, "matchedAt"));
            case "search" -> new News.Hit(news.getString("savedSearchId"), news.getString("savedSearchName"),
                    news.getString("postingId"), PostingKind.valueOf(news.getString("postingKind")), news.getString("postingTitle"));
            case "announcement" -> new News.Announced(news.getString("announcementId"), texts(news));
            case String other -> throw new IllegalStateException("Unknown kind of notification: " + other);
        };
    }

    private static List<LocalisedText> texts(Document news) {
        return news.getList("title", Document.class).stream()
                .map(text -> new LocalisedText(new LanguageCode(text.getString("language")), text.getString("text"))).toList();
    }

    private static Instant instant(Document document, String name) {
        return document.getDate(name).toInstant();
    }

    private static @Nullable Instant optionalInstant(Document document, String name) {
        var date = document.getDate(name);
        return date == null ? null : date.toInstant();
    }
}
