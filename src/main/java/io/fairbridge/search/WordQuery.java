package io.fairbridge.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.fairbridge.platform.LanguageCode;
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

    /// One thing searched for.
    ///
    /// @param conceptIds glossary concepts it may mean; empty for a plain word
    /// @param terms      its words; all of them count as one wish
    /// @param text       as it was written, folded
    record Wish(Set<String> conceptIds, List<String> terms, String text) {

        boolean isChinese() {
            return text.chars().anyMatch(c -> Folding.isHan((char) c));
        }

        /// A word that may be mistyped: long enough, and of letters.
        boolean forgivesTypos() {
            return !isChinese() && terms.stream().allMatch(term -> term.length() > 3 && term.chars().allMatch(Character::isLetter));
        }
    }

    static WordQuery read(String words, TextAnalyzer analyzer, ConceptTagger tagger) {
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
            wishes.add(new Wish(place.stream().map(ConceptMention::conceptId).collect(Collectors.toSet()),
                    inside.stream().map(Token::term).toList(), Folding.fold(words.substring(first.start(), first.end()))));
        }
        tokens.stream().filter(token -> !covered.contains(token)).forEach(token ->
                wishes.add(new Wish(Set.of(), List.of(token.term()), Folding.fold(words.substring(token.start(), token.end())))));
        return new WordQuery(wishes);
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
        var pairs = analyzer.bigrams(wish.text()).stream().map(Token::term).collect(Collectors.joining(" "));
        if (wish.isChinese() && wish.text().length() > 1) {
            ways.add(Query.of(one -> one.matchPhrase(phrase -> phrase.field("bigrams").query(pairs).boost(0.8f))));
        }
        return Query.of(one -> one.disMax(best -> best.queries(ways).tieBreaker(0.2)));
    }

    private static Query match(String field, String terms, float boost, Optional<String> fuzziness) {
        return Query.of(one -> one.match(match -> {
            match.field(field).query(terms).operator(Operator.And).boost(boost);
            fuzziness.ifPresent(allowed -> match.fuzziness(allowed).prefixLength(1).maxExpansions(30));
            return match;
        }));
    }
}
