package io.fairbridge.notification;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.LocalisedText;
import io.fairbridge.platform.SupportedLocales;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// Says in one line what happened.
@Component
class NotificationTexts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    NotificationTexts() {
        messages.setBasename("io/fairbridge/notification/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    String title(News news, @Nullable String language) {
        var code = Optional.ofNullable(language).flatMap(LanguageCode::of).orElse(LanguageCode.ENGLISH);
        var reader = SupportedLocales.nearest(Locale.of(code.value()));
        return switch (news) {
            case News.Matched matched -> say("match." + matched.own(), reader, matched.score(), matched.offeringTitle(), matched.demandTitle());
            case News.Hit hit -> say("search." + hit.kind(), reader, hit.savedSearchName(), hit.postingTitle());
            case News.Announced announced -> nearest(code, announced.title());
        };
    }

    private String say(String key, Locale reader, Object... arguments) {
        return messages.getMessage(key, arguments, reader);
    }

    private static String nearest(LanguageCode code, List<LocalisedText> texts) {
        return LocalisedText.in(code, texts).or(() -> LocalisedText.in(LanguageCode.ENGLISH, texts)).orElseGet(() -> texts.getFirst().text());
    }
}
