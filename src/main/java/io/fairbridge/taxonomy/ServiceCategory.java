package io.fairbridge.taxonomy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One kind of service in the tree of EBOPS 2010.
///
/// @param code       such as `SI2`
/// @param parent     code of the wider category; null for the root `S`
/// @param level      0 for the root, 1 for the twelve main items
/// @param ciftisZone exhibition zone of the fair this kind usually goes to
/// @param w120       codes of the WTO's sector list W/120; may be empty
public record ServiceCategory(
        String code,
        @Nullable String parent,
        int level,
        String nameEn,
        String nameZh,
        String definition,
        String ciftisZone,
        List<String> w120,
        List<String> keywordsEn,
        List<String> keywordsZh) {

    public ServiceCategory {
        w120 = List.copyOf(w120);
        keywordsEn = List.copyOf(keywordsEn);
        keywordsZh = List.copyOf(keywordsZh);
    }

    public Optional<String> wider() {
        return Optional.ofNullable(parent);
    }

    /// The name for readers of this language.
    public String name(Locale reader) {
        return isChinese(reader) ? nameZh : nameEn;
    }

    static boolean isChinese(Locale reader) {
        return reader.getLanguage().equals("zh");
    }
}
