package io.fairbridge.posting.importing;

import java.util.ArrayList;
import java.util.HashMap;
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
    private final List<Keyword> keywords;

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

    private record Keyword(Pattern word, String code, int weight) {
    }

    public CategoryNames(List<NamedCategory> categories) {
        this.codes = categories.stream().map(NamedCategory::code).collect(Collectors.toUnmodifiableSet());
        this.keywords = new ArrayList<>();
        var ambiguous = new HashMap<String, String>();
        for (var category : categories) {
            category.names().forEach(name -> codeByName.putIfAbsent(Texts.key(name), category.code()));
            for (var word : category.keywords()) {
                keywords.add(new Keyword(pattern(word), category.code(), weight(word)));
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
        for (var keyword : keywords) {
            int found = (keyword.word.matcher(title).find() ? 3 : 0) + (keyword.word.matcher(beginning).find() ? 1 : 0);
            if (found > 0) {
                votes.merge(keyword.code, found * keyword.weight, Integer::sum);
            }
        }
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

    // A Chinese word is found anywhere, another only as a whole word.
    private static Pattern pattern(String word) {
        var quoted = Pattern.quote(word);
        return Pattern.compile(isHan(word) ? quoted : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static int weight(String word) {
        return isHan(word) ? 3 * word.length() : word.length();
    }

    private static boolean isHan(String word) {
        return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
