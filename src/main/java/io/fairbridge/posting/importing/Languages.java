package io.fairbridge.posting.importing;

import io.fairbridge.platform.LanguageCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Languages by ISO code, BCP 47 tag or name.
final class Languages {

    private static final Map<String, LanguageCode> BY_NAME = byName();

    // Publishers that write a country's code for its language.
    private static final Map<String, String> OF_COUNTRY = Map.ofEntries(
            Map.entry("md", "ro"), Map.entry("cn", "zh"), Map.entry("tw", "zh"), Map.entry("hk", "zh"),
            Map.entry("jp", "ja"), Map.entry("cz", "cs"), Map.entry("gr", "el"), Map.entry("dk", "da"),
            Map.entry("gb", "en"), Map.entry("us", "en"), Map.entry("au", "en"), Map.entry("nz", "en"),
            Map.entry("mx", "es"), Map.entry("cl", "es"), Map.entry("pe", "es"), Map.entry("py", "es"),
            Map.entry("ec", "es"), Map.entry("at", "de"), Map.entry("vn", "vi"), Map.entry("ir", "fa"));

    private Languages() {
    }

    /// The language of a code, a tag or a name in Chinese, English or the language itself.
    static Optional<LanguageCode> find(String text) {
        var named = BY_NAME.get(Texts.key(text));
        return named != null ? Optional.of(named) : iso639(text);
    }

    /// The language that a publisher's tag means, also where it names a country or has three letters.
    static Optional<LanguageCode> ofTag(String tag) {
        var primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return iso639(tag).or(() -> Optional.ofNullable(OF_COUNTRY.get(primary)).map(LanguageCode::new))
                .or(() -> find(tag));
    }

    private static Optional<LanguageCode> iso639(String tag) {
        return tag.isBlank() ? Optional.empty() : LanguageCode.of(tag);
    }

    private static Map<String, LanguageCode> byName() {
        var names = new HashMap<String, LanguageCode>();
        for (var code : Locale.getISOLanguages()) {
            var locale = Locale.of(code);
            if (LanguageCode.of(code).isEmpty()) {
                continue;
            }
            for (var reader : List.of(Locale.ENGLISH, Locale.CHINESE, Locale.TAIWAN, locale)) {
                names.putIfAbsent(Texts.key(locale.getDisplayLanguage(reader)), new LanguageCode(code));
            }
            names.putIfAbsent(Texts.key(locale.getISO3Language()), new LanguageCode(code));
        }
        for (var alias : List.of("汉语", "漢語", "普通话", "普通話", "华语", "国语", "简体中文", "繁体中文", "繁體中文", "粤语", "粵語",
                "Mandarin", "Cantonese", "Putonghua", "Simplified Chinese", "Traditional Chinese", "chi", "中")) {
            names.put(Texts.key(alias), LanguageCode.CHINESE);
        }
        Map.of("英文", "en", "英", "en", "法文", "fr", "fre", "fr", "德文", "de", "ger", "de", "俄文", "ru", "日文", "ja",
                "韩文", "ko", "西班牙文", "es").forEach((alias, code) -> names.put(Texts.key(alias), new LanguageCode(code)));
        return Map.copyOf(names);
    }
}
