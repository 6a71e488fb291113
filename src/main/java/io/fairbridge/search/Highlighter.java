package io.fairbridge.search;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.PostingContent;
import io.fairbridge.search.text.Glosser;
import io.fairbridge.search.text.TextAnalyzer;
import io.fairbridge.taxonomy.ConceptTagger;
import io.fairbridge.taxonomy.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Marks where the words of a search stand in a posting, found by the same analysis as the search itself.
@Component
class Highlighter {

    private static final int FRAGMENTS = 3;
    private static final int AROUND = 50;

    private final TextAnalyzer analyzer;
    private final Glosser glosser;
    private final ConceptTagger tagger;

    Highlighter(TextAnalyzer analyzer, Glosser glosser, ConceptTagger tagger) {
        this.analyzer = analyzer;
        this.glosser = glosser;
        this.tagger = tagger;
    }

    /// Passages of one field.
    record Highlight(String field, List<String> fragments) {
    }

    private record Span(int start, int end) {
    }

    List<Highlight> highlight(PostingContent content, WordQuery query) {
        var found = new ArrayList<Highlight>();
        var title = spans(content.title(), content, query);
        if (!title.isEmpty()) {
            found.add(new Highlight("title", List.of(marked(content.title(), 0, content.title().length(), title))));
        }
        var description = spans(content.description(), content, query);
        if (!description.isEmpty()) {
            found.add(new Highlight("description", fragments(content.description(), description)));
        }
        return found;
    }

    private List<Span> spans(String text, PostingContent content, WordQuery query) {
        var spans = new ArrayList<Span>();
        var terms = query.wishes().stream().flatMap(wish -> wish.terms().stream()).collect(Collectors.toSet());
        var near = query.wishes().stream().filter(WordQuery.Wish::forgivesTypos).flatMap(wish -> wish.terms().stream())
                .map(Highlighter::mistyped).toList();
        analyzer.tokens(text, content.language()).stream()
                .filter(token -> terms.contains(token.term()) || near.stream().anyMatch(automaton -> automaton.run(token.term())))
                .forEach(token -> spans.add(new Span(token.start(), token.end())));
        spans.addAll(inTheOtherLanguage(text, content.language(), query));
        var concepts = query.wishes().stream().flatMap(wish -> wish.conceptIds().stream()).collect(Collectors.toSet());
        tagger.tag(text, content.language()).stream().filter(mention -> concepts.contains(mention.conceptId()))
                .forEach(mention -> spans.add(new Span(mention.start(), mention.end())));
        var folded = Folding.fold(text);
        query.wishes().stream().filter(WordQuery.Wish::isChinese).map(WordQuery.Wish::text).filter(wish -> wish.length() > 1).forEach(wish -> {
            for (int at = folded.indexOf(wish); at >= 0; at = folded.indexOf(wish, at + 1)) {
                spans.add(new Span(at, at + wish.length()));
            }
        });
        return merged(spans);
    }

    /// Words of the other language that a dictionary takes for those searched for.
    private List<Span> inTheOtherLanguage(String text, LanguageCode language, WordQuery query) {
        if (language.equals(LanguageCode.CHINESE)) {
            var english = english(query, wish -> !wish.isChinese());
            return english.isEmpty() ? List.of() : glosser.glosses(text).stream()
                    .filter(gloss -> analyzer.tokens(gloss.english(), LanguageCode.ENGLISH).stream().anyMatch(token -> english.contains(token.term())))
                    .map(gloss -> new Span(gloss.token().start(), gloss.token().end())).toList();
        }
        var english = english(query, WordQuery.Wish::isChinese);
        return english.isEmpty() ? List.of() : analyzer.tokens(text, language).stream()
                .filter(token -> english.contains(token.term())).map(token -> new Span(token.start(), token.end())).toList();
    }

    private static Set<String> english(WordQuery query, Predicate<WordQuery.Wish> wishes) {
        return query.wishes().stream().filter(wishes).flatMap(wish -> wish.english().stream()).collect(Collectors.toSet());
    }

    /// The same tolerance that the search allows: nothing below four letters, one letter up to six, two from seven, and
    /// the first letter must be right.
    private static CharacterRunAutomaton mistyped(String term) {
        var automaton = new LevenshteinAutomata(term.substring(1), true).toAutomaton(term.length() < 7 ? 1 : 2, term.substring(0, 1));
        return new CharacterRunAutomaton(Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    }

    private static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        spans.stream().sorted(Comparator.comparingInt(Span::start)).forEach(span -> {
            if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                var last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        });
        return merged;
    }

    private static List<String> fragments(String text, List<Span> spans) {
        var fragments = new ArrayList<String>();
        int covered = 0;
        for (var span : spans) {
            if (fragments.size() == FRAGMENTS) {
                break;
            }
            if (span.start() >= covered) {
                int start = wordStart(text, Math.max(covered, span.start() - AROUND));
                int end = wordEnd(text, Math.min(text.length(), span.end() + AROUND));
                fragments.add((start > 0 ? "…" : "") + marked(text, start, end, spans) + (end < text.length() ? "…" : ""));
                covered = end;
            }
        }
        return fragments;
    }

    /// A fragment must not begin or end inside a word or a pair of surrogates.
    private static int wordStart(String text, int position) {
        int start = position;
        while (start > 0 && position - start < 20 && isLatinLetter(text.charAt(start - 1))) {
            start--;
        }
        return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static int wordEnd(String text, int position) {
        int end = position;
        while (end < text.length() && end - position < 20 && isLatinLetter(text.charAt(end))) {
            end++;
        }
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    private static boolean isLatinLetter(char c) {
        return Character.isLetterOrDigit(c) && !Folding.isHan(c);
    }

    private static String marked(String text, int start, int end, List<Span> spans) {
        var html = new StringBuilder();
        int position = start;
        for (var span : spans) {
            if (span.start() >= position && span.end() <= end) {
                html.append(HtmlUtils.htmlEscape(text.substring(position, span.start()), "UTF-8"))
                        .append("<em>").append(HtmlUtils.htmlEscape(text.substring(span.start(), span.end()), "UTF-8")).append("</em>");
                position = span.end();
            }
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(position, end), "UTF-8")).toString();
    }

}
