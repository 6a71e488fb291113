package io.fairbridge.posting.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds service categories by code, by name in either language, or by the words of a text.
public final class CategoryNames {

    /// What any service is filed under when nothing narrower is told.
    static final String ROOT = "S";

    private static final Pattern LEADING_CODE = Pattern.compile("^([A-Za-z][A-Za-z0-9]{0,4})\\b");
    private static final int GUESS_CHARACTERS = 600;

    private final Set<String> codes;
    private final Map<String, String> codeByName = new HashMap<>();
    /// By the word as [#phrases] finds it in a text.
    private final Map<String, List<String>> codesByKeyword = new HashMap<>();
    private int longestPhrase = 1;
    private int longestHanWord = 1;

    /// A category and what it is called.
    ///
    /// @param names    its names, in any language
    /// @param keywords words that speak for it
    public record NamedCategory(String code, List<String> names, List<String> keywords) {
        public NamedCategory {
            names = List.copyOf(names);
            keywords = List.copyOf(keywords);
        }
    }

    public CategoryNames(List<NamedCategory> categories) {
        this.codes = categories.stream().map(NamedCategory::code).collect(Collectors.toUnmodifiableSet());
        var ambiguous = new HashMap<String, String>();
        for (var category : categories) {
            category.names().forEach(name -> codeByName.putIfAbsent(Texts.key(name), category.code()));
            for (var word : category.keywords()) {
                learn(word, category.code());
                ambiguous.merge(Texts.key(word), category.code(), (one, other) -> "");
            }
        }
        ambiguous.forEach((word, code) -> {
            if (!code.isEmpty()) {
                codeByName.putIfAbsent(word, code);
            }
        });
    }

    /// The code of a cell such as `SI2`, `SI2 Computer services`, `Computer services` or `计算机服务`.
    Optional<String> find(String text) {
        var whole = text.strip().toUpperCase(Locale.ROOT);
        if (codes.contains(whole)) {
            return Optional.of(whole);
        }
        var named = codeByName.get(Texts.key(text));
        if (named != null) {
            return Optional.of(named);
        }
        var leading = LEADING_CODE.matcher(whole);
        return leading.find() && codes.contains(leading.group(1)) ? Optional.of(leading.group(1)) : Optional.empty();
    }

    /// The category that most and longest words of the text speak for.
    Optional<String> guess(String title, String description) {
        var votes = new HashMap<String, Integer>();
        var beginning = description.substring(0, Math.min(description.length(), GUESS_CHARACTERS));
        phrases(title).forEach(phrase -> vote(votes, phrase, 3));
        phrases(beginning).forEach(phrase -> vote(votes, phrase, 1));
        votes.remove(ROOT);
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /// The narrowest category that holds all of them; the first when they have nothing but the root in common.
    Optional<String> common(List<String> found) {
        return found.stream().filter(codes::contains).reduce((one, other) -> {
            for (int length = Math.min(one.length(), other.length()); length >= 2; length--) {
                var prefix = one.substring(0, length);
                if (other.startsWith(prefix) && codes.contains(prefix)) {
                    return prefix;
                }
            }
            return one;
        });
    }

    private void learn(String word, String code) {
        var phrase = phrase(word);
        codesByKeyword.computeIfAbsent(phrase, _ -> new ArrayList<>()).add(code);
        if (isHan(phrase)) {
            longestHanWord = Math.max(longestHanWord, phrase.length());
        } else {
            longestPhrase = Math.max(longestPhrase, phrase.split(" ").length);
        }
    }

    private void vote(Map<String, Integer> votes, String phrase, int times) {
        for (var code : codesByKeyword.getOrDefault(phrase, List.of())) {
            votes.merge(code, times * (isHan(phrase) ? 3 : 1) * phrase.length(), Integer::sum);
        }
    }

    /// Everything in a text that could be a keyword: Chinese anywhere, other words as whole ones, several in a row too.
    private Set<String> phrases(String text) {
        var phrases = new HashSet<String>();
        var words = phrase(text).split(" ");
        for (int from = 0; from < words.length; from++) {
            var phrase = new StringBuilder();
            for (int to = from; to < Math.min(words.length, from + longestPhrase); to++) {
                phrase.append(to > from ? " " : "").append(words[to]);
                phrases.add(phrase.toString());
            }
            if (isHan(words[from])) {
                addParts(phrases, words[from]);
            }
        }
        return phrases;
    }

    private void addParts(Set<String> phrases, String run) {
        for (int from = 0; from < run.length(); from++) {
            for (int to = from + 2; to <= Math.min(run.length(), from + longestHanWord); to++) {
                phrases.add(run.substring(from, to));
            }
        }
    }

    private static String phrase(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#&]+", " ").strip();
    }

    private static boolean isHan(String word) {
        return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
