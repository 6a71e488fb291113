package io.fairbridge.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A language by its ISO 639-1 code, such as `zh` or `en`. Scripts and regions of a BCP 47 tag are left out.
public record LanguageCode(String value) implements Comparable<LanguageCode> {

    public static final LanguageCode CHINESE = new LanguageCode("zh");
    public static final LanguageCode ENGLISH = new LanguageCode("en");

    private static Set<String> known() {
        return Known.CODES;
    }

    private static final class Known {
        private static final Set<String> CODES = Set.of(Locale.getISOLanguages());
    }

    public LanguageCode {
        if (!known().contains(value)) {
            throw new IllegalArgumentException("Not an ISO 639-1 code: " + value);
        }
    }

    /// The language of a BCP 47 tag (`zh-Hant-TW` gives `zh`); empty when ISO 639-1 has no such language.
    public static Optional<LanguageCode> of(String tag) {
        var primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return known().contains(primary) ? Optional.of(new LanguageCode(primary)) : Optional.empty();
    }

    /// The language's name for readers of `reader`.
    public String name(Locale reader) {
        return Locale.of(value).getDisplayLanguage(reader);
    }

    @Override
    public int compareTo(LanguageCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
