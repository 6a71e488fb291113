package io.fairbridge.posting.importing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells from a title what is bought, where nothing else does.
final class TitleWords {

    private record Word(ProcurementKind kind, boolean strong, Pattern pattern) {
    }

    private final List<Word> words = Tsv.rows("title-words.tsv").stream()
            .map(row -> new Word(ProcurementKind.valueOf(row.getFirst().replace("!", "")), row.getFirst().endsWith("!"),
                    Pattern.compile(row.get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)))
            .toList();

    Optional<ProcurementKind> kind(String title) {
        var found = words.stream().filter(word -> word.pattern.matcher(title).find()).toList();
        var strong = found.stream().filter(Word::strong).map(Word::kind).distinct().toList();
        if (strong.contains(ProcurementKind.WORKS)) {
            return Optional.of(ProcurementKind.WORKS);
        }
        if (!strong.isEmpty()) {
            return Optional.of(strong.getFirst());
        }
        var kinds = found.stream().map(Word::kind).distinct().toList();
        return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
    }
}
