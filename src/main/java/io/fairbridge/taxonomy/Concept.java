package io.fairbridge.taxonomy;

import java.util.List;
import java.util.Locale;

/// A thing of the trade that has names in Chinese and in English.
///
/// @param id       such as `employer-of-record`
/// @param category the most specific service category it belongs to
/// @param zh       Chinese names, the usual one first
/// @param en       English names, the usual one first
public record Concept(String id, String category, List<String> zh, List<String> en) {

    public Concept {
        zh = List.copyOf(zh);
        en = List.copyOf(en);
    }

    /// The usual name for readers of this language.
    public String label(Locale reader) {
        return ServiceCategory.isChinese(reader) ? zh.getFirst() : en.getFirst();
    }
}
