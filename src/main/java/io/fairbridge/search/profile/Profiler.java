package io.fairbridge.search.profile;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.PostingContent;
import io.fairbridge.search.embedding.Embedder;
import io.fairbridge.search.text.Glosser;
import io.fairbridge.search.text.TextAnalyzer;
import io.fairbridge.taxonomy.ConceptTagger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Makes the profile of a posting. Safe for many threads; a profile costs about one processor for 40 ms, nearly all of
/// it for the vectors.
@Component
public final class Profiler {

    private final TextAnalyzer analyzer;
    private final ConceptTagger tagger;
    private final Glosser glosser;
    private final Embedder embedder;

    public Profiler(TextAnalyzer analyzer, ConceptTagger tagger, Glosser glosser, Embedder embedder) {
        this.analyzer = analyzer;
        this.tagger = tagger;
        this.glosser = glosser;
        this.embedder = embedder;
    }

    /// @param country where the posting's organisation sits
    public PostingProfile profile(PostingContent content, CountryCode country) {
        var language = content.language();
        var title = content.title();
        var description = content.description();
        return new PostingProfile(language, country,
                meaning(title, language), meaning(title + (isChinese(language) ? "。" : ". ") + description, language),
                terms(title, description, language),
                isChinese(language) ? englishTerms(title, description) : List.of(),
                concepts(title, description, language),
                content.category(), content.markets(), content.deliveryModes(), content.languages(), content.price());
    }

    /// The profiles of many postings, made on all processors.
    public List<PostingProfile> profileAll(List<PostingContent> contents, List<CountryCode> countries) {
        return IntStream.range(0, contents.size()).parallel()
                .mapToObj(i -> profile(contents.get(i), countries.get(i))).toList();
    }

    private List<ProfileTerm> terms(String title, String description, LanguageCode language) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        analyzer.tokens(title, language).forEach(token ->
                add(places, token.term(), Place.Field.TITLE, title, token.start(), token.end()));
        analyzer.tokens(description, language).forEach(token ->
                add(places, token.term(), Place.Field.DESCRIPTION, description, token.start(), token.end()));
        return terms(places);
    }

    private List<ProfileTerm> englishTerms(String title, String description) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        addEnglish(places, Place.Field.TITLE, title);
        addEnglish(places, Place.Field.DESCRIPTION, description);
        return terms(places);
    }

    private void addEnglish(Map<String, List<Place>> places, Place.Field field, String text) {
        for (var gloss : glosser.glosses(text)) {
            analyzer.tokens(gloss.english(), LanguageCode.ENGLISH).forEach(word ->
                    add(places, word.term(), field, text, gloss.token().start(), gloss.token().end()));
        }
    }

    private static List<ProfileTerm> terms(Map<String, List<Place>> places) {
        return places.entrySet().stream().map(term -> new ProfileTerm(term.getKey(),
                term.getValue().stream().mapToInt(place -> place.field() == Place.Field.TITLE ? 2 : 1).sum(),
                term.getValue().getFirst())).toList();
    }

    private Meaning meaning(String text, LanguageCode language) {
        return Meaning.of(embedder.embed(text, language), embedder.secondView());
    }

    private static boolean isChinese(LanguageCode language) {
        return language.equals(LanguageCode.CHINESE);
    }

    private List<ProfileConcept> concepts(String title, String description, LanguageCode language) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        tagger.tag(title, language).forEach(mention ->
                add(places, mention.conceptId(), Place.Field.TITLE, title, mention.start(), mention.end()));
        tagger.tag(description, language).forEach(mention ->
                add(places, mention.conceptId(), Place.Field.DESCRIPTION, description, mention.start(), mention.end()));
        return places.entrySet().stream()
                .map(concept -> new ProfileConcept(concept.getKey(), concept.getValue().size(), concept.getValue().getFirst()))
                .toList();
    }

    private static void add(Map<String, List<Place>> places, String key, Place.Field field, String text, int start, int end) {
        places.computeIfAbsent(key, any -> new ArrayList<>()).add(new Place(field, start, end, text.substring(start, end)));
    }
}
