package io.fairbridge.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages that Fairbridge speaks to people.
public final class SupportedLocales {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private SupportedLocales() {
    }

    /// The nearer of the two: Chinese for any Chinese, English for all else.
    public static Locale nearest(Locale wish) {
        return "zh".equals(wish.getLanguage()) ? CHINESE : ENGLISH;
    }

    /// The first language of an `Accept-Language` header that Fairbridge speaks; empty when it names none.
    public static Optional<Locale> accepted(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> List.of("zh", "en").contains(locale.getLanguage()))
                    .map(SupportedLocales::nearest)
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
