package io.fairbridge.notification;

import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.LocalisedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// Something told to everybody.
///
/// @param toldUpTo   the last account, in the order of ids, that was told; empty at first
/// @param recipients how many were told
/// @param done       whether everybody was told
@Document("announcements")
record Announcement(
        @Id String id, List<LocalisedText> title, List<LocalisedText> body, Instant createdAt, String toldUpTo, int recipients, boolean done)
        implements GlobalNode {

    static final String TYPE = "Announcement";

    Announcement {
        title = List.copyOf(title);
        body = List.copyOf(body);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId(TYPE, id);
    }

    String titleIn(@Nullable String language) {
        return in(language, title);
    }

    String bodyIn(@Nullable String language) {
        return in(language, body);
    }

    private static String in(@Nullable String language, List<LocalisedText> texts) {
        return Optional.ofNullable(language).flatMap(LanguageCode::of).flatMap(code -> LocalisedText.in(code, texts))
                .orElseGet(() -> texts.isEmpty() ? "" : texts.getFirst().text());
    }

    Announcement told(String upTo, int more) {
        return new Announcement(id, title, body, createdAt, upTo, recipients + more, done);
    }

    Announcement finished() {
        return new Announcement(id, title, body, createdAt, toldUpTo, recipients, true);
    }
}
