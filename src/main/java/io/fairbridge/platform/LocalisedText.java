package io.fairbridge.platform;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A text in one language.
public record LocalisedText(LanguageCode language, String text) {

    /// The text in this language, if there is one.
    public static Optional<String> in(LanguageCode language, Collection<LocalisedText> texts) {
        return texts.stream().filter(text -> text.language().equals(language)).map(LocalisedText::text).findFirst();
    }

    /// Reads texts as they are sent; one a language.
    public static List<LocalisedText> read(Collection<Input> inputs, int limit, Problems problems, String path) {
        var texts = new java.util.LinkedHashMap<LanguageCode, LocalisedText>();
        int position = 0;
        for (var input : inputs) {
            var place = Integer.toString(position++);
            var text = problems.text(input.text(), limit, path, place, "text");
            problems.language(input.language(), path, place, "language").ifPresent(language -> {
                if (texts.put(language, new LocalisedText(language, text)) != null) {
                    problems.add(UserErrorCode.INVALID, "languageTwice", List.of(), path, place, "language");
                }
            });
        }
        return List.copyOf(texts.values());
    }

    /// A text as it is sent.
    public record Input(String language, String text) {
    }
}
