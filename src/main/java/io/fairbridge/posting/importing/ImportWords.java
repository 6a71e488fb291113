package io.fairbridge.posting.importing;

import io.fairbridge.posting.importing.CategoryNames.NamedCategory;
import io.fairbridge.taxonomy.LanguageDetector;
import io.fairbridge.taxonomy.ServiceCategories;
import io.fairbridge.taxonomy.ServiceCategory;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// What the readers know beside the file.
public record ImportWords(CategoryNames categories, LanguageGuess languages, Clock clock) {

    public static ImportWords of(ServiceCategories categories, LanguageDetector languages, Clock clock) {
        return new ImportWords(new CategoryNames(categories.all().stream().map(ImportWords::named).toList()), languages::detect, clock);
    }

    private static NamedCategory named(ServiceCategory category) {
        return new NamedCategory(category.code(), List.of(category.nameEn(), category.nameZh()),
                Stream.concat(category.keywordsEn().stream(), category.keywordsZh().stream()).toList());
    }
}
