package io.fairbridge.posting;

import static io.fairbridge.testing.Listing.appWanted;
import static io.fairbridge.testing.Listing.appsOffered;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.testing.Marketplace;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingProblemsTest extends Marketplace {

    @Test
    void givenAnInputFullOfMistakes_whenPublishing_thenEachIsToldWithItsPlace() {
        var firm = exporter();
        var wrong = appsOffered().with("language", "xx").with("title", " ").with("description", "x".repeat(8_001)).with("category", "ZZ9")
                .with("markets", List.of("CN", "XX")).with("languages", List.of("en", "qq")).with("validUntil", "2020-01-01T00:00:00Z")
                .with("price", Map.of("min", 5, "max", 1, "currency", "ABC")).with("clientMutationId", "x".repeat(101));

        var refused = publish(firm, wrong);

        assertThat(refused.problems()).containsExactlyInAnyOrder("INVALID language", "REQUIRED title", "TOO_LONG description", "INVALID category",
                "INVALID markets.1", "INVALID languages.1", "OUT_OF_RANGE validUntil", "INVALID price.currency", "OUT_OF_RANGE price.max",
                "TOO_LONG clientMutationId");
    }

    @Test
    void givenMistakes_whenTheCallerReadsChinese_thenTheyAreToldInChinese() {
        var firm = exporter();
        var wrong = appsOffered().with("title", "x".repeat(151)).with("category", "ZZ9");

        assertThat(publish(firm.api().reading("zh-CN,zh;q=0.9"), firm, wrong).messages())
                .containsExactlyInAnyOrder("最多 150 个字符。", "“ZZ9”不是服务类别代码（EBOPS 2010，如 SI2）。");
        assertThat(publish(firm.api().reading("en"), firm, wrong).messages())
                .containsExactlyInAnyOrder("At most 150 characters.", "\"ZZ9\" is not a service category (EBOPS 2010, such as SI2).");
    }

    @Test
    void givenValuesAtTheirLimits_whenPublishing_thenTheyAreTaken() {
        var firm = exporter();
        var markets = Stream.of(Locale.getISOCountries()).limit(20).toList();
        var atTheLimit = appsOffered().with("title", "展".repeat(149) + "😀").with("description", "述".repeat(8_000)).with("markets", markets)
                .with("price", Map.of("min", 0, "max", "999999999999999.9999", "currency", "CNY")).with("clientMutationId", "x".repeat(100));

        var posting = posting(publish(firm, atTheLimit));

        assertThat(posting.path("title").asString()).isEqualTo("展".repeat(149) + "😀");
        assertThat(posting.at("/price/max").decimalValue()).isEqualByComparingTo("999999999999999.9999");
        awaitOnTheMarket(firm, PostingKind.OFFERING, posting.path("id").asString());
    }

    @Test
    void givenValuesJustBeyondTheirLimits_whenPublishing_thenEachIsRefused() {
        var firm = exporter();
        var markets = Stream.of(Locale.getISOCountries()).limit(21).toList();
        var beyond = appsOffered().with("title", "展".repeat(151)).with("markets", markets)
                .with("languages", Collections.nCopies(21, "en")).with("price", Map.of("min", "-0.01", "max", "0.00001", "currency", "CNY"));

        assertThat(publish(firm, beyond).problems()).containsExactlyInAnyOrder(
                "TOO_LONG title", "TOO_LONG markets", "TOO_LONG languages", "OUT_OF_RANGE price.min", "OUT_OF_RANGE price.max");
    }

    @Test
    void givenAPriceWithoutEnds_whenPublishing_thenItIsRefused() {
        assertThat(publish(exporter(), appsOffered().with("price", Map.of("currency", "CNY"))).problems()).containsExactly("REQUIRED price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "2026-13-01", "tomorrow", "", "+10000-01-01"})
    void givenATimeThatIsNone_whenPublishing_thenTheRequestIsMalformed(String time) {
        var reply = publish(exporter(), appsOffered().with("validUntil", time));

        assertThat(reply.codes()).containsExactly("BAD_REQUEST");
    }

    @Test
    void givenControlCharactersAndBlanks_whenPublishing_thenTheTextIsCleaned() {
        var posting = posting(publish(exporter(), appsOffered().with("title", "  Tax\u0000 \n advice\u0007 ").with("description", " a\u0000b\nc ")));

        assertThat(posting.path("title").asString()).isEqualTo("Tax advice");
        assertThat(posting.path("description").asString()).isEqualTo("ab\nc");
    }

    @Test
    void givenAFirmWithoutTheCapacity_whenPosting_thenItIsToldWhichItNeeds() {
        var exporter = exporter();
        var buyer = buyer();

        assertThat(publish(exporter, appWanted()).problems()).containsExactly("FORBIDDEN organisationId");
        assertThat(publish(buyer, appsOffered()).messages()).containsExactly("Your organisation needs the capacity EXPORTER for this.");
        assertThat(saveDraft(buyer, PostingKind.OFFERING, Map.of()).problems()).containsExactly("FORBIDDEN organisationId");
    }

    @Test
    void givenAnOrganisationThatIsNone_whenPosting_thenItIsToldBesideTheOtherMistakes() {
        var owner = somebody();

        var refused = publish(owner.api(), new Firm(owner.id(), owner), appsOffered().with("title", ""));

        assertThat(refused.problems()).containsExactlyInAnyOrder("NOT_FOUND organisationId", "REQUIRED title");
    }

    @Test
    void givenMarkupInATitle_whenPublishing_thenItStaysPlainText() {
        var posting = posting(publish(exporter(), appsOffered().with("title", "<script>alert(1)</script>")));

        assertThat(posting.path("title").asString()).isEqualTo("<script>alert(1)</script>");
    }
}
