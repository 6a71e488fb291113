package io.fairbridge.search;

import static io.fairbridge.posting.PostingKind.OFFERING;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.PageRequest;
import io.fairbridge.testing.Api.Reply;
import io.fairbridge.testing.Listing;
import io.fairbridge.testing.Marketplace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PostingSearchTest extends Marketplace {

    private static final String CUSTOMS = "跨境电商海关报关与清关代理";
    private static final String TRANSLATION = "Certified translations of contracts and manuals";
    private static final String AUDIT = "審計與稅務諮詢服務";
    private static final String LOGISTICS = "Warehousing and logistics across Europe <script>alert('x')</script> & more";
    private static final String HOSPITAL = "中医诊所海外筹建";

    private static @Nullable Firm market;
    private static final Map<String, String> IDS = new LinkedHashMap<>();

    /// A small market, made once and only read.
    @BeforeEach
    void market() {
        if (market != null) {
            return;
        }
        var firm = firm(somebody(), "CN", "EXPORTER");
        add(firm, Listing.offering("zh", CUSTOMS, "为跨境卖家办理报关、清关与退税。").with("category", "SC4")
                .with("markets", List.of("DE", "FR")).with("deliveryModes", List.of("CROSS_BORDER")).with("languages", List.of("zh", "en")));
        add(firm, Listing.offering("en", TRANSLATION, "Sworn translators for German and Chinese. We translate quickly.").with("category", "SJ3")
                .with("markets", List.of("DE")).with("deliveryModes", List.of("CROSS_BORDER", "PRESENCE_OF_NATURAL_PERSONS")).with("languages", List.of("en", "de")));
        add(firm, Listing.offering("zh", AUDIT, "為企業提供年度審計與報稅。").with("category", "SJ212").with("markets", List.of("HK")).with("languages", List.of("zh")));
        add(firm, Listing.offering("en", LOGISTICS, "Pallets, parcels & returns; we ship every day.").with("category", "SC3G").with("deliveryModes", List.of("COMMERCIAL_PRESENCE")));
        add(firm, Listing.offering("zh", HOSPITAL, "选址、牌照申请与中医师外派。").with("category", "SK21").with("markets", List.of("MY", "SG")));
        awaitOnTheMarket(firm, OFFERING, array(List.copyOf(IDS.values())));
        market = firm;
    }

    private static void add(Firm firm, Listing listing) {
        IDS.put(listing.title(), published(firm, listing));
    }

    private static Map<String, Object> here() {
        return Map.of("organisationId", java.util.Objects.requireNonNull(market).id());
    }

    private static Map<String, Object> here(String filter, Object value) {
        var both = new HashMap<>(here());
        both.put(filter, value);
        return both;
    }

    private List<String> titles(@Nullable String query, Map<String, ?> filter) {
        return titles(search(OFFERING, query, filter, null, 50, null));
    }

    private static List<String> titles(Reply reply) {
        return reply.clean().at("/found/edges").valueStream().map(edge -> edge.at("/node/title").asString()).toList();
    }

    @ParameterizedTest
    @CsvSource({
            "报关, 跨境电商海关报关与清关代理",
            "清关, 跨境电商海关报关与清关代理",
            "報關, 跨境电商海关报关与清关代理",
            "审计, 審計與稅務諮詢服務",
            "稅務, 審計與稅務諮詢服務",
            "诊所, 中医诊所海外筹建",
            "translation, Certified translations of contracts and manuals",
            "translating contract, Certified translations of contracts and manuals",
            "TRANSLATE, Certified translations of contracts and manuals",
            "transaltion, Certified translations of contracts and manuals",
            "contrcats, Certified translations of contracts and manuals",
            "pallet, Warehousing and logistics across Europe <script>alert('x')</script> & more",
            "customs clearance, 跨境电商海关报关与清关代理",
            "audit, 審計與稅務諮詢服務",
            "仓储, Warehousing and logistics across Europe <script>alert('x')</script> & more"})
    void givenAMarketInTwoLanguages_whenSearchingForWords_thenTheRightPostingComesFirst(String words, String title) {
        assertThat(titles(words, here())).first().isEqualTo(title);
    }

    @Test
    void givenWordsThatNobodyUses_whenSearching_thenNothingIsFound() {
        var reply = search(OFFERING, "xylophone", here(), null, 10, null).clean();

        assertThat(reply.at("/found/totalCount").asInt()).isZero();
        assertThat(reply.at("/found/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(reply.at("/found/pageInfo/endCursor").isNull()).isTrue();
    }

    @Test
    void givenFilters_whenSearching_thenEachKeepsWhatItNamesAndWhatIsOpen() {
        assertThat(titles(null, here("categories", List.of("SC")))).containsExactlyInAnyOrder(CUSTOMS, LOGISTICS);
        assertThat(titles(null, here("categories", List.of("SJ", "SK21")))).containsExactlyInAnyOrder(TRANSLATION, AUDIT, HOSPITAL);
        assertThat(titles(null, here("countries", List.of("cn")))).hasSize(5);
        assertThat(titles(null, here("countries", List.of("DE")))).isEmpty();
        assertThat(titles(null, here("markets", List.of("DE")))).containsExactlyInAnyOrder(CUSTOMS, TRANSLATION, LOGISTICS);
        assertThat(titles(null, here("deliveryModes", List.of("PRESENCE_OF_NATURAL_PERSONS")))).containsExactlyInAnyOrder(TRANSLATION, AUDIT, HOSPITAL);
        assertThat(titles(null, here("languages", List.of("de-AT")))).containsExactlyInAnyOrder(TRANSLATION, LOGISTICS, HOSPITAL);
        assertThat(titles("translation", here("markets", List.of("HK")))).isEmpty();
    }

    @Test
    void givenAFilterWithCodesThatAreNone_whenSearching_thenTheRequestIsBad() {
        assertThat(search(OFFERING, null, here("countries", List.of("XX")), null, 10, null).codes()).containsExactly("BAD_REQUEST");
        assertThat(search(OFFERING, null, here("categories", List.of("ZZ")), null, 10, null).codes()).containsExactly("BAD_REQUEST");
        assertThat(search(OFFERING, null, Map.of("organisationId", "none"), null, 10, null).clean().at("/found/totalCount").asInt()).isZero();
    }

    @Test
    void givenTheRootCategory_whenFiltering_thenEverythingBelowItIsFound() {
        assertThat(titles(null, here("categories", List.of("S")))).hasSize(5);
    }

    @Test
    void givenAMarket_whenCountingByHand_thenTheFacetsSayTheSame() {
        var facets = search(OFFERING, null, here(), null, 50, null).clean().at("/found/facets");

        assertThat(counts(facets, "countries")).isEqualTo(Map.of("CN", 5));
        assertThat(counts(facets, "markets")).isEqualTo(Map.of("DE", 2, "FR", 1, "HK", 1, "MY", 1, "SG", 1));
        assertThat(counts(facets, "deliveryModes")).isEqualTo(Map.of("CROSS_BORDER", 2, "PRESENCE_OF_NATURAL_PERSONS", 1, "COMMERCIAL_PRESENCE", 1));
        assertThat(counts(facets, "languages")).isEqualTo(Map.of("zh", 2, "en", 2, "de", 1));
        assertThat(counts(facets, "categories")).containsAllEntriesOf(Map.of("SC", 2, "SC4", 1, "SC3G", 1, "SJ", 2, "SJ212", 1, "SK21", 1)).doesNotContainKey("S");
    }

    @Test
    void givenEveryFacetValue_whenFilteringByIt_thenAtLeastAsManyAreFound() {
        var facets = search(OFFERING, null, here(), null, 50, null).clean().at("/found/facets");

        for (var facet : facets) {
            for (var bucket : facet.path("buckets")) {
                var found = titles(null, here(facet.path("name").asString(), List.of(bucket.path("value").asString())));
                assertThat(found).hasSizeGreaterThanOrEqualTo(bucket.path("count").asInt());
                assertThat(bucket.path("label").asString()).isNotBlank();
            }
        }
    }

    private static Map<String, Integer> counts(JsonNode facets, String name) {
        var counts = new TreeMap<String, Integer>();
        facets.valueStream().filter(facet -> facet.path("name").asString().equals(name)).flatMap(facet -> facet.path("buckets").valueStream())
                .forEach(bucket -> counts.put(bucket.path("value").asString(), bucket.path("count").asInt()));
        return counts;
    }

    @Test
    void givenMarkupInAPosting_whenFound_thenHighlightsAreEscaped() {
        var highlights = search(OFFERING, "logistics", here(), null, 1, null).clean().at("/found/edges/0/highlights");

        assertThat(highlights.at("/0/field").asString()).isEqualTo("title");
        assertThat(strings(highlights.at("/0/fragments"))).containsExactly(
                "Warehousing and <em>logistics</em> across Europe &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; more");
    }

    @Test
    void givenATypo_whenFound_thenTheRightWordIsHighlighted() {
        assertThat(search(OFFERING, "palets", here(), null, 1, null).clean().at("/found/edges/0/highlights").toString()).contains("<em>Pallets</em>");
    }

    @Test
    void givenWordsOfTheOtherLanguageOrScript_whenFound_thenTheirCounterpartsAreHighlighted() {
        assertThat(search(OFFERING, "customs clearance", here(), null, 1, null).clean().at("/found/edges/0/highlights").toString()).contains("<em>清关</em>");
        assertThat(search(OFFERING, "税务", here(), null, 1, null).clean().at("/found/edges/0/highlights").toString()).contains("<em>稅務");
    }

    static List<String> nonsense() {
        return List.of("???!!! …", "，。！", "😀", "😀😀😀 展览 😀", "x".repeat(500), "字".repeat(500), "a ".repeat(250), "audit ".repeat(83),
                "(title:\"x\" AND [1 TO *]) ~^5 \\", "/.*/", "* OR 1=1", "+-&&||!(){}[]^\"~*?:\\/", "\u0000\u0007", "\ud83d", " ", "İıŞ ﬁ Ⅷ", "a\u0301".repeat(200),
                "supercalifragilisticexpialidocious".repeat(14), "c++ c# .net", "的", "一", "\u202eabc", "contracts ".repeat(25) + "合同 ".repeat(80));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void givenNonsense_whenSearching_thenThereIsAnAnswer(String query) {
        search(OFFERING, query, Map.of(), null, 100, null).clean();
        search(OFFERING, query, here(), "NEWEST", 5, null).clean();
    }

    @Test
    void givenMoreThanFiveHundredCharacters_whenSearching_thenTheRequestIsBad() {
        search(OFFERING, "😀".repeat(500), here(), null, 5, null).clean();
        assertThat(search(OFFERING, "x".repeat(501), here(), null, 5, null).codes()).containsExactly("BAD_REQUEST");
    }

    @ParameterizedTest
    @MethodSource("brokenCursors")
    void givenACursorThatIsNone_whenPaging_thenTheRequestIsBad(String cursor) {
        assertThat(search(OFFERING, "contracts", here(), null, 5, cursor).codes()).containsExactly("BAD_REQUEST");
        assertThat(search(OFFERING, null, here(), "NEWEST", 5, cursor).codes()).containsExactly("BAD_REQUEST");
    }

    static List<String> brokenCursors() {
        return List.of("nonsense", "%%%", "", PageRequest.cursor("1"), PageRequest.cursor("x|y"), PageRequest.cursor("x|y|z"), PageRequest.cursor("NaN|1|z"),
                PageRequest.cursor("1e999|1|z"), PageRequest.cursor("|||"), "A".repeat(5_000));
    }

    @Test
    void givenAPageSizeOutOfRange_whenSearching_thenTheRequestIsRefused() {
        assertThat(search(OFFERING, null, here(), null, -1, null).codes()).hasSize(1);
        assertThat(search(OFFERING, null, here(), null, 101, null).codes()).hasSize(1);
        assertThat(search(OFFERING, null, here(), null, 0, null).clean().at("/found/totalCount").asInt()).isEqualTo(5);
    }

    @Test
    void givenPostingsOneAfterTheOther_whenNewestFirst_thenTheLastPublishedComesFirst() {
        var firm = exporter();
        var ids = IntStream.range(0, 4).mapToObj(i -> published(firm, Listing.offering("en", "Consulting " + i, "Consulting."))).toList();
        awaitOnTheMarket(firm, OFFERING, array(ids));

        var newest = found(OFFERING, null, Map.of("organisationId", firm.id()), 10);

        assertThat(newest).isEqualTo(ids.reversed());
    }

    @Test
    void givenWordsInATitleAndInAText_whenByRelevance_thenTheTitleComesFirstAndNewestOverrulesIt() {
        var firm = exporter();
        var best = published(firm, Listing.offering("en", "Shipbuilding surveys", "Shipbuilding surveys by shipbuilding engineers."));
        var other = published(firm, Listing.offering("en", "Engineering", "Among many other things we also know a little about shipbuilding, bridges, roads and towers."));
        awaitOnTheMarket(firm, OFFERING, best, other);

        assertThat(found(OFFERING, "shipbuilding", Map.of("organisationId", firm.id()), 10)).containsExactly(best, other);
        assertThat(search(OFFERING, "shipbuilding", Map.of("organisationId", firm.id()), "NEWEST", 10, null).at("/found/edges/0/node/id").asString()).isEqualTo(other);
    }

    @Test
    void givenManyPostings_whenPagedInAnySize_thenThePagesTogetherAreTheWhole() {
        var firm = exporter();
        var ids = IntStream.range(0, 12).mapToObj(i -> published(firm, Listing.offering("en", "Freight " + i % 3, "Freight forwarding by sea."))).toList();
        awaitOnTheMarket(firm, OFFERING, array(ids));
        var filter = Map.of("organisationId", firm.id());

        for (var sort : List.of("NEWEST", "RELEVANCE")) {
            for (var query : new String[] {null, "freight"}) {
                var whole = search(OFFERING, query, filter, sort, 100, null).clean().at("/found/edges").valueStream().map(edge -> edge.at("/node/id").asString()).toList();
                assertThat(whole).containsExactlyInAnyOrderElementsOf(ids);
                for (int size : new int[] {1, 5, 6, 12}) {
                    assertThat(paged(query, filter, sort, size)).isEqualTo(whole);
                }
            }
        }
    }

    /// All pages; an answer that says there is more must be followed by more.
    private List<String> paged(@Nullable String query, Map<String, ?> filter, String sort, int size) {
        var all = new ArrayList<String>();
        String after = null;
        do {
            var page = search(OFFERING, query, filter, sort, size, after).clean();
            var here = page.at("/found/edges").valueStream().map(edge -> edge.at("/node/id").asString()).toList();
            assertThat(here).isNotEmpty();
            assertThat(page.at("/found/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(after != null);
            all.addAll(here);
            after = page.at("/found/pageInfo/hasNextPage").asBoolean() ? page.text("/found/pageInfo/endCursor") : null;
        } while (after != null);
        return all;
    }

    @Test
    void givenNewPostingsAllTheTime_whenPagingNewestFirst_thenNothingComesTwiceAndNothingOldIsMissed() throws Exception {
        var firm = exporter();
        var old = IntStream.range(0, 9).mapToObj(i -> published(firm, Listing.offering("en", "Insurance " + i, "Marine insurance."))).toList();
        awaitOnTheMarket(firm, OFFERING, array(old));
        var reading = new AtomicBoolean(true);
        var writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; reading.get() && i < 30; i++) {
                published(firm, Listing.offering("en", "Fresh insurance " + i, "Marine insurance."));
            }
        });

        var seen = paged(null, Map.of("organisationId", firm.id()), "NEWEST", 1);
        reading.set(false);
        writer.join();

        assertThat(seen).doesNotHaveDuplicates().containsAll(old);
        assertThat(new HashSet<>(seen)).hasSizeGreaterThanOrEqualTo(old.size());
    }
}
