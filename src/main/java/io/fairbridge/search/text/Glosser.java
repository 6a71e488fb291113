package io.fairbridge.search.text;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.taxonomy.Folding;
import io.fairbridge.taxonomy.Glossary;
import io.fairbridge.taxonomy.ServiceCategories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Chinese word by word in English, as a dictionary has it. It reads badly, but an English model grasps what such a text
/// is about, and its words meet those of English postings.
///
/// Words of the trade come first (`trade-words.tsv`, written for this project), then the glossary and the keywords of the
/// categories, then CC-CEDICT.
@Component
public final class Glosser {

    private static final int LONGEST_WORD = 6;

    private final TextAnalyzer analyzer;
    private final Glossary glossary;
    private final ServiceCategories categories;
    private volatile @Nullable Map<String, String> dictionary;

    public Glosser(TextAnalyzer analyzer, Glossary glossary, ServiceCategories categories) {
        this.analyzer = analyzer;
        this.glossary = glossary;
        this.categories = categories;
    }

    /// Read when the first Chinese text comes.
    private Map<String, String> dictionary() {
        var known = dictionary;
        if (known == null) {
            synchronized (this) {
                known = dictionary;
                if (known == null) {
                    known = read();
                    dictionary = known;
                }
            }
        }
        return known;
    }

    private Map<String, String> read() {
        var glosses = new HashMap<String, String>(120_000);
        read("trade-words.tsv", false, glosses);
        for (var concept : glossary.all()) {
            concept.zh().forEach(name -> glosses.putIfAbsent(Folding.fold(name), concept.en().getFirst()));
        }
        for (var category : categories.all()) {
            var chinese = category.keywordsZh();
            for (int i = 0; i < Math.min(chinese.size(), category.keywordsEn().size()); i++) {
                glosses.putIfAbsent(Folding.fold(chinese.get(i)), category.keywordsEn().get(i));
            }
        }
        read("glosses.tsv.gz", true, glosses);
        return glosses;
    }

    private static void read(String name, boolean zipped, Map<String, String> glosses) {
        try (var raw = Glosser.class.getResourceAsStream("/io/fairbridge/search/" + name);
                InputStream in = zipped ? new GZIPInputStream(raw) : raw;
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                glosses.putIfAbsent(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A word of a text with its English gloss.
    public record Gloss(Token token, String english) {
    }

    /// The words of a Chinese text with their glosses; words without one are left out, Latin ones stand for themselves.
    public List<Gloss> glosses(String text) {
        var found = new ArrayList<Gloss>();
        for (var token : analyzer.tokens(text, LanguageCode.CHINESE)) {
            var english = Folding.isHan(token.term().charAt(0))
                    ? ofWord(token.term()) : text.substring(token.start(), token.end());
            if (!english.isEmpty()) {
                found.add(new Gloss(token, english));
            }
        }
        return found;
    }

    /// The text as a line of English words.
    public String gloss(String text) {
        var line = new StringBuilder();
        for (var gloss : glosses(text)) {
            line.append(line.isEmpty() ? "" : " ").append(gloss.english());
        }
        return line.toString();
    }

    private String ofWord(String word) {
        var known = dictionary().get(word);
        return known != null ? known : word.length() == 1 ? "" : ofParts(word);
    }

    /// The longest known parts of an unknown word, from the left.
    private String ofParts(String word) {
        var glosses = dictionary();
        var line = new StringBuilder();
        for (int start = 0; start < word.length(); ) {
            int end = Math.min(word.length(), start + LONGEST_WORD);
            while (end > start && !glosses.containsKey(word.substring(start, end))) {
                end--;
            }
            if (end > start) {
                line.append(line.isEmpty() ? "" : " ").append(glosses.get(word.substring(start, end)));
            }
            start = Math.max(end, start + 1);
        }
        return line.toString();
    }
}
