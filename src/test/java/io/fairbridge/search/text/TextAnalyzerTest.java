package io.fairbridge.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.taxonomy.Folding;
import io.fairbridge.taxonomy.Glossary;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextAnalyzerTest {

    private static final TextAnalyzer ANALYZER = new TextAnalyzer(new Glossary());

    @Test
    void givenTraditionalCharacters_whenAnalysing_thenTheTermsAreSimplifiedAndTheOffsetsThoseOfTheText() {
        var text = "我們提供離岸外包與軟件測試";

        var tokens = ANALYZER.tokens(text, LanguageCode.CHINESE);

        assertThat(tokens).extracting(Token::term).contains("离岸外包");
        assertThat(tokens).filteredOn(token -> token.term().equals("离岸外包"))
                .extracting(token -> text.substring(token.start(), token.end())).containsExactly("離岸外包");
    }

    @Test
    void givenMixedScripts_whenAnalysing_thenEachRunGoesItsOwnWayAndNoOffsetIsOff() {
        var text = "为德国客户做ＩＳＯ 27001认证，audits & consulting services 均可";

        var tokens = ANALYZER.tokens(text, LanguageCode.CHINESE);

        assertThat(tokens).extracting(Token::term).contains("iso", "27001", "audit", "consult", "servic", "德国");
        assertThat(tokens).allSatisfy(token ->
                assertThat(Folding.fold(text.substring(token.start(), token.end()))).startsWith(token.term().substring(0, 1)));
    }

    @Test
    void givenEnglishForms_whenAnalysing_thenTheyShareAStemAndStopWordsAreGone() {
        assertThat(terms("The translations of our catalogues", LanguageCode.ENGLISH))
                .isEqualTo(terms("translation, catalog", LanguageCode.ENGLISH));
        assertThat(terms("organising fibre-optic centres", LanguageCode.ENGLISH))
                .isEqualTo(terms("organizing fiber optic centers", LanguageCode.ENGLISH));
    }

    @Test
    void givenAnotherLanguage_whenAnalysing_thenAccentsAreFolded() {
        assertThat(terms("Achiziționarea serviciilor", new LanguageCode("ro"))).containsExactly("achizitionarea", "serviciilor");
    }

    @Test
    void givenATermInsideALongerWord_whenTakingBigrams_thenItIsFound() {
        assertThat(ANALYZER.bigrams("中醫診所A館")).extracting(Token::term).containsExactly("中医", "医诊", "诊所", "馆");
    }

    private static List<String> terms(String text, LanguageCode language) {
        return ANALYZER.tokens(text, language).stream().map(Token::term).toList();
    }
}
