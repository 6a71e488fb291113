package io.fairbridge.taxonomy;

import io.fairbridge.platform.LanguageCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the glossary's concepts in texts: Chinese names by the longest match on folded characters,
/// Latin ones by the longest match on stems, both in a text of any language.
@Component
public final class ConceptTagger {

    /// Names as short as these are acronyms that must be written in capitals: "IT" is a concept, "it" is not.
    private static final int LONGEST_ACRONYM = 5;

    private final Glossary glossary;
    private final ServiceCategories categories;
    private volatile @Nullable Names names;

    public ConceptTagger(Glossary glossary, ServiceCategories categories) {
        this.glossary = glossary;
        this.categories = categories;
    }

    /// Learned when the first text comes: folding needs a table that takes a moment to load.
    private Names names() {
        var known = names;
        if (known == null) {
            synchronized (this) {
                known = names;
                if (known == null) {
                    known = new Names(glossary);
                    names = known;
                }
            }
        }
        return known;
    }

    /// All names of all concepts, in the forms in which texts are searched for them.
    private static final class Names {

        private final Map<String, List<String>> chinese = new HashMap<>();
        private final Map<String, List<String>> stems = new HashMap<>();
        private final Map<String, List<String>> acronyms = new HashMap<>();
        private final Set<String> stemsWithComma = new HashSet<>();
        private int longestChinese;
        private int longestStems;

        Names(Glossary glossary) {
            for (var concept : glossary.all()) {
                concept.zh().forEach(name -> learn(concept.id(), name));
                concept.en().forEach(name -> learn(concept.id(), name));
            }
            for (var concept : glossary.all()) {
                concept.zh().forEach(name -> learnShortened(concept.id(), name));
                concept.en().forEach(name -> learnShortened(concept.id(), name));
            }
        }

        /// Postings seldom say the word "service" that ends many names, so a name goes without it too, unless what is left
        /// is short or is another concept's name.
        private void learnShortened(String conceptId, String name) {
            var folded = Folding.fold(name);
            if (folded.endsWith("服务") && folded.length() >= 6) {
                chinese.putIfAbsent(folded.substring(0, folded.length() - 2), List.of(conceptId));
            }
            var words = EnglishWords.of(folded);
            if (words.size() >= 3 && words.getLast().stem().equals("servic")) {
                stems.putIfAbsent(key(words, 0, words.size() - 1), List.of(conceptId));
            }
        }

        private void learn(String conceptId, String name) {
            var folded = Folding.fold(name);
            if (folded.chars().anyMatch(c -> Folding.isHan((char) c))) {
                remember(chinese, folded, conceptId);
                longestChinese = Math.max(longestChinese, folded.length());
            } else if (isAcronym(name)) {
                remember(acronyms, name, conceptId);
            } else {
                var words = EnglishWords.of(folded);
                remember(stems, key(words, 0, words.size()), conceptId);
                if (folded.contains(",")) {
                    stemsWithComma.add(key(words, 0, words.size()));
                }
                longestStems = Math.max(longestStems, words.size());
            }
        }

        private static void remember(Map<String, List<String>> names, String name, String conceptId) {
            var ids = names.computeIfAbsent(name, any -> new ArrayList<>());
            if (!name.isEmpty() && !ids.contains(conceptId)) {
                ids.add(conceptId);
            }
        }

        private static boolean isAcronym(String name) {
            return name.length() <= LONGEST_ACRONYM && name.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
        }
    }

    /// The concepts that the text names, in the order of the text, without overlaps; offsets are those of `text`.
    ///
    /// @param language of the text; names of the other language are found as well, for texts mix them
    public List<ConceptMention> tag(String text, LanguageCode language) {
        var folded = Folding.fold(text);
        var names = names();
        var found = new ArrayList<Candidate>();
        findChinese(names, folded, found);
        findLatin(names, text, folded, found);
        found.sort(Comparator.comparingInt(Candidate::start));
        var context = context(found);
        return found.stream()
                .map(candidate -> new ConceptMention(choose(candidate.conceptIds(), context), candidate.start(), candidate.end()))
                .toList();
    }

    private record Candidate(List<String> conceptIds, int start, int end) {
    }

    private static void findChinese(Names names, String folded, List<Candidate> found) {
        for (int start = 0; start < folded.length(); start++) {
            if (!Folding.isHan(folded.charAt(start)) && !names.chinese.containsKey(folded.substring(start, start + 1))
                    && !EnglishWords.isWordCharacter(folded.charAt(start))) {
                continue;
            }
            var candidate = longestChinese(names, folded, start);
            if (candidate != null) {
                found.add(candidate);
                start = candidate.end() - 1;
            }
        }
    }

    private static @Nullable Candidate longestChinese(Names names, String folded, int start) {
        for (int end = Math.min(folded.length(), start + names.longestChinese); end > start + 1; end--) {
            var ids = names.chinese.get(folded.substring(start, end));
            if (ids != null) {
                return new Candidate(ids, start, end);
            }
        }
        return null;
    }

    private static void findLatin(Names names, String text, String folded, List<Candidate> found) {
        var words = EnglishWords.of(folded);
        for (int first = 0; first < words.size(); first++) {
            for (int count = Math.min(names.longestStems, words.size() - first); count > 0; count--) {
                int start = words.get(first).start();
                int end = words.get(first + count - 1).end();
                var ids = names.stems.get(key(words, first, first + count));
                if (ids == null && count == 1) {
                    ids = names.acronyms.get(text.substring(start, end));
                }
                if (ids != null && !ids.isEmpty()
                        && (isOnePhrase(folded, start, end) || names.stemsWithComma.contains(key(words, first, first + count)))
                        && found.stream().noneMatch(other -> other.start() < end && start < other.end())) {
                    found.add(new Candidate(ids, start, end));
                    first += count - 1;
                    break;
                }
            }
        }
    }

    private static String key(List<EnglishWords.Word> words, int from, int to) {
        var key = new StringBuilder();
        for (var word : words.subList(from, to)) {
            key.append(key.isEmpty() ? "" : " ").append(word.stem());
        }
        return key.toString();
    }

    /// A name does not run over the end of a sentence or a comma.
    private static boolean isOnePhrase(String folded, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = folded.charAt(i);
            if (c == ';' || c == ',' || c == ':' || c == '\n' || Folding.isHan(c)
                    || c == '.' && i + 1 < end && folded.charAt(i + 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    /// The service categories, with their ancestors, of the names that stand for one concept only.
    private Map<String, Integer> context(List<Candidate> found) {
        var context = new HashMap<String, Integer>();
        found.stream().filter(candidate -> candidate.conceptIds().size() == 1)
                .map(candidate -> candidate.conceptIds().getFirst())
                .forEach(id -> ancestry(id).forEach(code -> context.merge(code, 1, Integer::sum)));
        return context;
    }

    private Set<String> ancestry(String conceptId) {
        var codes = new LinkedHashSet<String>();
        categories.path(glossary.find(conceptId).orElseThrow().category()).stream()
                .filter(category -> category.level() > 0).map(ServiceCategory::code).forEach(codes::add);
        return codes;
    }

    /// Eight names stand for two concepts (EMC, MRO, 招商 …): the rest of the text decides.
    private String choose(List<String> ids, Map<String, Integer> context) {
        var best = ids.getFirst();
        int most = -1;
        for (var id : ids) {
            int votes = ids.size() == 1 ? 0 : ancestry(id).stream().mapToInt(code -> context.getOrDefault(code, 0)).sum();
            if (votes > most) {
                best = id;
                most = votes;
            }
        }
        return best;
    }
}
