package io.fairbridge.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tartarus.snowball.ext.EnglishStemmer;

/// English words of a text as stems with their places. A hyphen separates; British spelling becomes American.
public final class EnglishWords {

    /// @param stem  folded and stemmed
    /// @param start of the word in the text
    /// @param end   after its last character
    public record Word(String stem, int start, int end) {
    }

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("centre", "center"), Map.entry("centres", "centers"), Map.entry("theatre", "theater"),
            Map.entry("fibre", "fiber"), Map.entry("fibres", "fibers"), Map.entry("licence", "license"),
            Map.entry("licences", "licenses"), Map.entry("catalogue", "catalog"), Map.entry("catalogues", "catalogs"),
            Map.entry("programme", "program"), Map.entry("programmes", "programs"), Map.entry("cheque", "check"),
            Map.entry("defence", "defense"), Map.entry("storey", "story"), Map.entry("tonnes", "tons"),
            Map.entry("tonne", "ton"), Map.entry("metre", "meter"), Map.entry("metres", "meters"),
            Map.entry("grey", "gray"), Map.entry("dialogue", "dialog"), Map.entry("travelling", "traveling"),
            Map.entry("traveller", "traveler"), Map.entry("travellers", "travelers"),
            Map.entry("modelling", "modeling"), Map.entry("labelling", "labeling"), Map.entry("fulfilment", "fulfillment"),
            Map.entry("paediatric", "pediatric"), Map.entry("anaesthesia", "anesthesia"), Map.entry("enrol", "enroll"),
            Map.entry("aluminium", "aluminum"), Map.entry("tyre", "tire"), Map.entry("tyres", "tires"));

    private static final int REMEMBERED = 50_000;
    private static final Map<String, String> STEMS = new ConcurrentHashMap<>();

    private EnglishWords() {
    }

    /// The words of Latin letters and digits in a folded text.
    public static List<Word> of(String folded) {
        var words = new ArrayList<Word>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && isWordCharacter(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                // The apostrophe of "buyer's" belongs to no word.
                words.add(new Word(stem(folded.substring(start, i)), start, i));
                start = -1;
            }
        }
        words.removeIf(word -> word.end() - word.start() == 1 && word.stem().equals("s")
                && word.start() > 0 && folded.charAt(word.start() - 1) == '\'');
        return words;
    }

    static boolean isWordCharacter(char c) {
        return c < '\u0250' && Character.isLetterOrDigit(c);
    }

    /// The stem of one lower-case word.
    public static String stem(String word) {
        var known = STEMS.get(word);
        if (known != null) {
            return known;
        }
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(american(word));
        stemmer.stem();
        var stem = stemmer.getCurrent();
        if (STEMS.size() < REMEMBERED) {
            STEMS.put(word, stem);
        }
        return stem;
    }

    private static String american(String word) {
        var spelling = SPELLINGS.get(word);
        if (spelling != null) {
            return spelling;
        }
        if (word.length() > 5) {
            return word
                    .replaceFirst("(?<=[a-z]{3})is(e|es|ed|ing|ation|ations|er|ers)$", "iz$1")
                    .replaceFirst("(?<=[a-z]{2})our(s|ed|ing|able|al)?$", "or$1")
                    .replaceFirst("(?<=[a-z]{3})ys(e|es|ed|ing)$", "yz$1");
        }
        return word;
    }
}
