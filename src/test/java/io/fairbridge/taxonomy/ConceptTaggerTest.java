package io.fairbridge.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.LanguageCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConceptTaggerTest {

    private final ServiceCategories categories = new ServiceCategories();
    private final Glossary glossary = new Glossary();
    private final ConceptTagger tagger = new ConceptTagger(glossary, categories);

    @Test
    void givenTraditionalAndSimplifiedCharacters_whenTagging_thenBothNameTheSameConcept() {
        var simplified = tagger.tag("我们做离岸外包", LanguageCode.CHINESE);
        var traditional = tagger.tag("我們做離岸外包", LanguageCode.CHINESE);

        assertThat(simplified).containsExactly(new ConceptMention("offshore-outsourcing", 3, 7));
        assertThat(traditional).isEqualTo(simplified);
    }

    @Test
    void givenEnglishInOtherFormsAndSpellings_whenTagging_thenTheOffsetsShowTheWordsAsWritten() {
        var text = "We run Offshore  outsourcing, and SERVICES exports too.";

        var mentions = tagger.tag(text, LanguageCode.ENGLISH);

        assertThat(mentions).extracting(mention -> text.substring(mention.start(), mention.end()))
                .contains("Offshore  outsourcing", "SERVICES exports");
    }

    @Test
    void givenAnAcronymThatIsAlsoAWord_whenTagging_thenOnlyCapitalsNameTheConcept() {
        assertThat(tagger.tag("Is it who we are", LanguageCode.ENGLISH)).isEmpty();
        assertThat(tagger.tag("ITO for banks", LanguageCode.ENGLISH)).extracting(ConceptMention::conceptId)
                .contains("information-technology-outsourcing");
    }

    @Test
    void givenEveryNameOfTheGlossary_whenTaggingItAlone_thenSomethingIsFoundInsideIt() {
        for (var concept : glossary.all()) {
            for (var name : concept.zh()) {
                assertThat(tagger.tag(name, LanguageCode.CHINESE)).as(name).isNotEmpty()
                        .allMatch(mention -> mention.start() >= 0 && mention.end() <= name.length());
            }
            for (var name : concept.en()) {
                assertThat(tagger.tag(name, LanguageCode.ENGLISH)).as(name).isNotEmpty();
            }
        }
    }

    @Test
    void givenAConcept_whenNamingItForReaders_thenEachReadsTheOwnLanguage() {
        var concept = glossary.find("offshore-outsourcing").orElseThrow();

        assertThat(concept.label(Locale.CHINESE)).isEqualTo("离岸外包");
        assertThat(concept.label(Locale.FRENCH)).isEqualTo("offshore outsourcing");
    }

    @Test
    void givenTheTree_whenMeasuringCloseness_thenSiblingsAreNearerThanStrangers() {
        assertThat(categories.closeness("SC12", "SC12")).isEqualTo(1);
        assertThat(categories.closeness("SC12", "SC13")).isGreaterThan(categories.closeness("SC12", "SC22"));
        assertThat(categories.closeness("SC12", "SI2")).isZero();
        assertThat(categories.ancestors("SC12")).extracting(ServiceCategory::code).containsExactly("SC1", "SC", "S");
    }
}
