package io.fairbridge.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.search.text.Glosser;
import io.fairbridge.search.text.TextAnalyzer;
import io.fairbridge.search.text.Token;
import io.fairbridge.taxonomy.ConceptMention;
import io.fairbridge.taxonomy.ConceptTagger;
import io.fairbridge.taxonomy.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that somebody searches for, read as a list of wishes: each is a term of the glossary, found in either language,
/// or a single word.
///
/// @param wishes one or two must all be found, of more three quarters
record WordQuery(List<Wish> wishes) {

    /// Looking for what resembles a longer word takes seconds, and no word of a language is longer.
    private static final int LONGEST_MISTYPED = 40;

    /// One thing searched for.
    ///
    /// @param conceptIds glossary concepts it may mean; empty for a plain word
    /// @param terms      its words; all of them count as one wish
    /// @param english    its words in English, by a dictionary if it is Chinese
    /// @param text       as it was written, folded
    record Wish(Set<String> conceptIds, List<String> terms, List<String> english, String text) {

        boolean isChinese() {
            return text.chars().anyMatch(c -> Folding.isHan((char) c));
        }

        /// A word that may be mistyped: long enough, and of letters.
        boolean forgivesTypos() {
            return !isChinese() && terms.stream()
                    .allMatch(term -> term.length() > 3 && term.length() <= LONGEST_MISTYPED && term.chars().allMatch(Character::isLetter));
        }
    }

    static WordQuery read(String words, TextAnalyzer analyzer, Glosser glosser, ConceptTagger tagger) {
        var language = words.chars().anyMatch(c -> Folding.isHan((char) c)) ? LanguageCode.CHINESE : LanguageCode.ENGLISH;
        var tokens = analyzer.tokens(words, language);
        var wishes = new ArrayList<Wish>();
        var covered = new java.util.HashSet<Token>();
        var mentions = tagger.tag(words, language);
        for (var place : mentions.stream().collect(Collectors.groupingBy(
                mention -> List.of(mention.start(), mention.end()), java.util.LinkedHashMap::new, Collectors.toList())).values()) {
            var first = place.getFirst();
            var inside = tokens.stream().filter(token -> token.start() >= first.start() && token.end() <= first.end()).toList();
            covered.addAll(inside);
            wishes.add(wish(place.stream().map(ConceptMention::conceptId).collect(Collectors.toSet()), inside,
                    words.substring(first.start(), first.end()), analyzer, glosser));
        }
        tokens.stream().filter(token -> !covered.contains(token)).forEach(token ->
                wishes.add(wish(Set.of(), List.of(token), words.substring(token.start(), token.end()), analyzer, glosser)));
        return new WordQuery(wishes);
    }

    private static Wish wish(Set<String> conceptIds, List<Token> tokens, String text, TextAnalyzer analyzer, Glosser glosser) {
        var terms = tokens.stream().map(Token::term).toList();
        boolean chinese = text.chars().anyMatch(c -> Folding.isHan((char) c));
        var english = chinese ? analyzer.tokens(glosser.gloss(text), LanguageCode.ENGLISH).stream().map(Token::term).toList() : terms;
        return new Wish(conceptIds, terms, english, Folding.fold(text));
    }

    boolean isEmpty() {
        return wishes.isEmpty();
    }

    Query query(TextAnalyzer analyzer) {
        var clauses = wishes.stream().map(wish -> clause(wish, analyzer)).toList();
        return Query.of(one -> one.bool(bool -> bool.should(clauses).minimumShouldMatch("2<75%")));
    }

    /// The best way in which a wish is fulfilled counts, with a little for each further one.
    private static Query clause(Wish wish, TextAnalyzer analyzer) {
        var ways = new ArrayList<Query>();
        if (!wish.terms().isEmpty()) {
            var terms = String.join(" ", wish.terms());
            ways.add(match("titleTerms", terms, 3f, Optional.empty()));
            ways.add(match("bodyTerms", terms, 1f, Optional.empty()));
            if (wish.forgivesTypos()) {
                ways.add(match("titleTerms", terms, 0.6f, Optional.of("AUTO:4,7")));
                ways.add(match("bodyTerms", terms, 0.2f, Optional.of("AUTO:4,7")));
            }
        }
        if (!wish.conceptIds().isEmpty()) {
            var concepts = String.join(" ", wish.conceptIds());
            ways.add(Query.of(one -> one.match(match -> match.field("titleConcepts").query(concepts).boost(2.5f))));
            ways.add(Query.of(one -> one.match(match -> match.field("bodyConcepts").query(concepts).boost(0.8f))));
        }
        // What the glossary does not know, a dictionary may: less sure, so it counts less.
        var english = String.join(" ", wish.english());
        if (!english.isEmpty()) {
            ways.add(match(wish.isChinese() ? "titleTerms" : "titleGloss", english, 1.2f, Optional.empty()));
            ways.add(match(wish.isChinese() ? "bodyTerms" : "bodyGloss", english, 0.4f, Optional.empty()));
        }
        var pairs = words(analyzer.bigrams(wish.text()));
        if (wish.isChinese() && wish.text().length() > 1) {
            ways.add(Query.of(one -> one.matchPhrase(phrase -> phrase.field("bigrams").query(pairs).boost(0.8f))));
        }
        return Query.of(one -> one.disMax(best -> best.queries(ways).tieBreaker(0.2)));
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::term).collect(Collectors.joining(" "));
    }

    private static Query match(String field, String terms, float boost, Optional<String> fuzziness) {
        return Query.of(one -> one.match(match -> {
            match.field(field).query(terms).operator(Operator.And).boost(boost);
            fuzziness.ifPresent(allowed -> match.fuzziness(allowed).prefixLength(1).maxExpansions(30));
            return match;
        }));
    }
}
