package io.fairbridge.matching;

import io.fairbridge.platform.LanguageCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// In how many postings of a fixed reference collection a word or concept comes. Fixed, so that a score does not depend
/// on which postings happen to be on the market.
final class TermFrequencies {

    enum Table {
        CHINESE, ENGLISH, CONCEPTS;

        static Table of(LanguageCode language) {
            return language.equals(LanguageCode.CHINESE) ? CHINESE : ENGLISH;
        }
    }

    private final Map<Table, Map<String, Integer>> counts;
    private final Map<Table, Integer> postings;

    TermFrequencies(Map<Table, Map<String, Integer>> counts, Map<Table, Integer> postings) {
        this.counts = counts;
        this.postings = postings;
    }

    /// The table that `LearnWeights` counted; an entry without a word is the number of postings.
    static TermFrequencies bundled() {
        var counts = new EnumMap<Table, Map<String, Integer>>(Table.class);
        var postings = new EnumMap<Table, Integer>(Table.class);
        try (var lines = new BufferedReader(new InputStreamReader(
                TermFrequencies.class.getResourceAsStream("term-frequencies.tsv"), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t", -1)).forEach(cells -> {
                var table = Table.valueOf(cells[0]);
                int count = Integer.parseInt(cells[2]);
                if (cells[1].isEmpty()) {
                    postings.put(table, count);
                } else {
                    counts.computeIfAbsent(table, any -> new HashMap<>()).put(cells[1], count);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TermFrequencies(counts, postings);
    }

    int count(Table table, String term) {
        return counts.getOrDefault(table, Map.of()).getOrDefault(term, 0);
    }

    /// The inverse document frequency: a rare word says more.
    double weight(Table table, String term) {
        return Math.log((postings.getOrDefault(table, 0) + 1) / (count(table, term) + 0.5));
    }
}
