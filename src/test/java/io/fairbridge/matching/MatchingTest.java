package io.fairbridge.matching;

import static io.fairbridge.testing.Listing.appWanted;
import static io.fairbridge.testing.Listing.appsOffered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairbridge.organisation.MembershipRole;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.testing.Api;
import io.fairbridge.testing.Api.Reply;
import io.fairbridge.testing.Listing;
import io.fairbridge.testing.Trades;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class MatchingTest extends Trades {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void givenAChineseOffering_whenTheEnglishDemandComesLater_thenBothSidesAreTold() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = publishedAndSearchable(exporter, appsOffered());

        var demand = published(buyer, appWanted());

        assertTold(exporter, buyer, offering, demand);
    }

    @Test
    void givenAnEnglishDemand_whenTheChineseOfferingComesLater_thenBothSidesAreTold() {
        var exporter = exporter();
        var buyer = buyer();
        var demand = publishedAndSearchable(buyer, appWanted());

        var offering = published(exporter, appsOffered());

        assertTold(exporter, buyer, offering, demand);
    }

    private static void assertTold(Firm exporter, Firm buyer, String offering, String demand) {
        var id = matchId(offering, demand);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(told(exporter.api())).containsOnlyOnce(id);
            assertThat(told(buyer.api())).containsOnlyOnce(id);
        });
    }

    @Test
    void givenFortyPostingsOfBothSides_whenAllArriveAtOnce_thenEveryPairIsFoundOnceAndToldOnceToEachSide() {
        var exporters = Stream.generate(this::exporter).limit(4).toList();
        var buyers = Stream.generate(this::buyer).limit(4).toList();
        var tasks = new ArrayList<Callable<String>>();
        for (int i = 0; i < 20; i++) {
            var topic = TOPICS.get(i % TOPICS.size());
            var exporter = exporters.get(i % 4);
            var buyer = buyers.get((i + 1) % 4);
            tasks.add(() -> published(exporter, topic.offering()));
            tasks.add(() -> published(buyer, topic.demand()));
        }

        var ids = atOnce(tasks);

        var offerings = IntStream.range(0, 20).mapToObj(i -> ids.get(2 * i)).toList();
        var demands = IntStream.range(0, 20).mapToObj(i -> ids.get(2 * i + 1)).toList();
        for (int i = 0; i < 4; i++) {
            int firm = i;
            awaitOnTheMarket(exporters.get(i), io.fairbridge.posting.PostingKind.OFFERING, array(IntStream.range(0, 20).filter(n -> n % 4 == firm).mapToObj(offerings::get).toList()));
            awaitOnTheMarket(buyers.get(i), io.fairbridge.posting.PostingKind.DEMAND, array(IntStream.range(0, 20).filter(n -> (n + 1) % 4 == firm).mapToObj(demands::get).toList()));
        }
        var expected = new TreeSet<String>();
        for (int i = 0; i < 20; i++) {
            var fitting = partners(exporters.get(i % 4).api(), offerings.get(i), 60);
            for (var demand : demands) {
                if (fitting.contains(demand)) {
                    expected.add(matchId(offerings.get(i), demand));
                }
            }
            int n = i;
            assertThat(IntStream.range(0, 20).filter(d -> d % TOPICS.size() == n % TOPICS.size()).mapToObj(demands::get).toList()).allMatch(fitting::contains);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(kept(offerings, demands)).isEqualTo(expected));
        await().atMost(SOON).untilAsserted(() -> {
            for (var side : List.of(exporters, buyers)) {
                var told = side.stream().flatMap(firm -> told(firm.api()).stream()).filter(expected::contains).toList();
                assertThat(told).doesNotHaveDuplicates();
                assertThat(new TreeSet<>(told)).isEqualTo(expected);
            }
        });
    }

    private record Topic(Listing offering, Listing demand) {
    }

    /// Each side in its language, so alike that they must be told of each other.
    private static final List<Topic> TOPICS = List.of(
            new Topic(appsOffered(), appWanted()),
            new Topic(full(Listing.offering("en", "Sworn translation of machinery manuals into Chinese", "Sworn translators turn operating manuals, safety instructions and spare parts catalogues of machinery from English into Simplified Chinese, ready to print."), "SJ3"),
                    full(Listing.demand("en", "Translation of machinery manuals into Chinese", "We need operating manuals, safety instructions and spare parts catalogues of our machinery translated from English into Simplified Chinese by sworn translators, ready to print."), "SJ3")),
            new Topic(full(Listing.offering("zh", "德国增值税注册与申报", "为跨境电商卖家办理德国增值税注册、按月申报与税务代理，德语沟通，固定月费。"), "SJ212"),
                    full(Listing.demand("zh", "寻德国增值税注册与申报服务", "跨境电商卖家需要德国增值税注册、按月申报与税务代理，要求德语沟通，固定月费。"), "SJ212")));

    private static Listing full(Listing listing, String category) {
        return listing.with("category", category).with("markets", List.of("DE")).with("deliveryModes", List.of("CROSS_BORDER"))
                .with("languages", List.of("en", "zh")).with("price", Map.of("max", 5_000, "currency", "EUR"));
    }

    /// The pairs that lie in the store, each once by its key.
    private TreeSet<String> kept(List<String> offerings, List<String> demands) {
        var wanted = Stream.concat(offerings.stream(), demands.stream()).map(id -> GlobalId.decode(id).orElseThrow().local()).toList();
        return mongo.findAll(StoredMatch.class).stream().filter(match -> wanted.contains(match.offeringId()) && wanted.contains(match.demandId()))
                .filter(match -> match.score().points() >= 60)
                .map(match -> new GlobalId(Match.TYPE, match.id()).encoded()).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static String matchId(String offering, String demand) {
        return new GlobalId(Match.TYPE, GlobalId.decode(offering).orElseThrow().local() + ":" + GlobalId.decode(demand).orElseThrow().local()).encoded();
    }

    @Test
    void givenAMatch_whenReadByBothSides_thenItIsTheSameAndItsReasonsAddUp() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = published(exporter, appsOffered());
        var demand = published(buyer, appWanted());

        var bySupplier = match(exporter.api(), offering, demand);
        var byBuyer = match(buyer.api(), demand, offering);

        assertThat(byBuyer).isEqualTo(bySupplier);
        assertThat(bySupplier.path("reasons").valueStream().mapToInt(reason -> reason.path("points").asInt()).sum()).isEqualTo(bySupplier.path("score").asInt());
        assertThat(bySupplier.path("score").asInt()).isBetween(60, 100);
        assertThat(bySupplier.path("status").asString()).isEqualTo("SUGGESTED");
    }

    @Test
    void givenTheReasonsOfAMatch_whenReadInBothLanguages_thenEachIsSaidInEach() {
        var exporter = exporter();
        var offering = published(exporter, appsOffered());
        var demand = published(buyer(), appWanted());

        var reasons = match(exporter.api(), offering, demand).path("reasons");

        assertThat(reasons.valueStream()).isNotEmpty().allSatisfy(reason -> {
            assertThat(reason.path("chinese").asString()).containsPattern("\\p{IsHan}");
            assertThat(reason.path("english").asString()).containsPattern("[a-z]");
        });
    }

    @Test
    void givenTheEvidenceOfAMatch_whenLookedUpInThePosting_thenTheWordsStandThere() {
        var exporter = exporter();
        var offering = published(exporter, TOPICS.get(1).offering());
        var demand = published(buyer(), TOPICS.get(1).demand());

        var match = match(exporter.api(), offering, demand);

        var evidence = match.path("reasons").valueStream().flatMap(reason -> reason.path("evidence").valueStream()).toList();
        assertThat(evidence).isNotEmpty().allSatisfy(one -> {
            var text = match.path(one.path("side").asString().toLowerCase(java.util.Locale.ROOT)).path(one.path("field").asString()).asString();
            assertThat(text.substring(one.path("start").asInt(), one.path("end").asInt())).isEqualTo(one.path("text").asString());
        });
    }

    @Test
    void givenAMatch_whenOneSideDismissesIt_thenItVanishesForThatSideOnlyUntilUndone() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = published(exporter, appsOffered());
        var demand = published(buyer, appWanted());
        var id = match(exporter.api(), offering, demand).path("id").asString();

        var dismissed = review(exporter.api(), id, "DISMISS", "Too far away");

        assertThat(dismissed.problems()).isEmpty();
        assertThat(dismissed.text("/reviewMatch/match/status")).isEqualTo("DISMISSED");
        assertThat(dismissed.text("/reviewMatch/match/note")).isEqualTo("Too far away");
        assertThat(partners(exporter.api(), offering, 0)).doesNotContain(demand);
        var byBuyer = match(buyer.api(), demand, offering);
        assertThat(byBuyer.path("status").asString()).isEqualTo("SUGGESTED");
        assertThat(byBuyer.path("note").isNull()).isTrue();

        assertThat(undo(exporter.api(), id).text("/undoMatchReview/match/status")).isEqualTo("SUGGESTED");
        assertThat(partners(exporter.api(), offering, 0)).contains(demand);
    }

    @Test
    void givenADismissedMatch_whenThePostingIsChanged_thenItStaysDismissed() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = published(exporter, appsOffered());
        var demand = published(buyer, appWanted());
        review(exporter.api(), match(exporter.api(), offering, demand).path("id").asString(), "DISMISS", null);
        awaitTold(buyer, told(buyer.api()).size());

        posting(change(buyer.api(), "updatePosting", demand, "expectedRevision", 1, "title", appWanted().title() + " again"));
        await().atMost(SOON).until(() -> match(buyer.api(), demand, offering).at("/demand/title").asString().endsWith("again"));

        assertThat(partners(exporter.api(), offering, 0)).doesNotContain(demand);
    }

    @Test
    void givenAMatch_whenOneSideShortlistsIt_thenItsStatusShowsThereOnly() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = published(exporter, appsOffered());
        var demand = published(buyer, appWanted());
        var id = match(buyer.api(), demand, offering).path("id").asString();

        review(buyer.api(), id, "SHORTLIST", null);

        assertThat(match(buyer.api(), demand, offering).path("status").asString()).isEqualTo("SHORTLISTED");
        assertThat(match(exporter.api(), offering, demand).path("status").asString()).isEqualTo("SUGGESTED");
    }

    @Test
    void givenAMatch_whenOthersJudgeOrReadIt_thenItIsHiddenFromStrangersAndForbiddenToReaders() {
        var reader = somebody();
        var exporter = firmOf(somebody(), reader, MembershipRole.VIEWER);
        var offering = published(exporter, appsOffered());
        var demand = published(buyer(), appWanted());
        var id = match(reader.api(), offering, demand).path("id").asString();
        var stranger = exporter().api();

        assertThat(review(stranger, id, "SHORTLIST", null).problems()).containsExactly("NOT_FOUND matchId");
        assertThat(undo(stranger, id).problems()).containsExactly("NOT_FOUND matchId");
        assertThat(review(reader.api(), id, "SHORTLIST", null).problems()).containsExactly("FORBIDDEN matchId");
        assertThat(review(anybody(), id, "SHORTLIST", null).codes()).containsExactly("UNAUTHENTICATED");
        assertThat(Stream.of(stranger, anybody()).map(api -> api.ask("query($id: ID!) { node(id: $id) { id } }", "id", id).clean().at("/node").isNull())).containsOnly(true);
        assertThat(review(exporter.api(), id, "SHORTLIST", "x".repeat(1_001)).problems()).containsExactly("TOO_LONG note");
    }

    @Test
    void givenAToldMatch_whenThePostingIsWithdrawn_thenItStaysReadableToBothSides() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = published(exporter, appsOffered());
        var demand = published(buyer, appWanted());
        var id = matchId(offering, demand);
        await().atMost(SOON).until(() -> told(buyer.api()).contains(id) && told(exporter.api()).contains(id));

        posting(change(exporter.api(), "withdrawPosting", offering));
        awaitOnTheMarket(exporter, io.fairbridge.posting.PostingKind.OFFERING);

        assertThat(partners(exporter.api(), offering, null)).contains(demand);
        for (var api : List.of(exporter.api(), buyer.api())) {
            assertThat(api.ask("query($id: ID!) { node(id: $id) { ... on Match { score offering { status } } } }", "id", id).clean().text("/node/offering/status")).isEqualTo("WITHDRAWN");
        }
        assertThat(partners(buyer.api(), demand, 0)).doesNotContain(offering);
    }

    @Test
    void givenAFirmOnBothSides_whenItsPostingsFit_thenItIsNotMatchedWithItself() {
        var firm = firm(somebody(), "SG", "EXPORTER", "BUYER");
        var offering = publishedAndSearchable(firm, appsOffered());
        var demand = publishedAndSearchable(firm, appWanted());
        var other = published(buyer(), appWanted());
        match(firm.api(), offering, other);

        assertThat(partners(firm.api(), offering, 0)).doesNotContain(demand);
        assertThat(told(firm.api())).doesNotContain(matchId(offering, demand));
        assertThat(firm.api().ask("query($id: ID!) { node(id: $id) { id } }", "id", matchId(offering, demand)).clean().at("/node").isNull()).isTrue();
    }

    @Test
    void givenCandidatesGoodAndBad_whenListingFromZero_thenAllComeBestFirst() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = published(exporter, appsOffered());
        var good = publishedAndSearchable(buyer, appWanted());
        var bad = publishedAndSearchable(buyer, appWanted().with("title", "Mobile app").with("description", "An app of another kind for a museum in Brazil.")
                .with("markets", List.of("BR")).with("languages", List.of("pt")).with("deliveryModes", List.of("PRESENCE_OF_NATURAL_PERSONS")).with("category", "SK21"));
        match(exporter.api(), offering, good);

        var scores = allMatches(exporter.api(), offering, 0, 50).stream().map(match -> match.path("score").asInt()).toList();

        assertThat(scores).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(partners(exporter.api(), offering, 0)).contains(good, bad);
        assertThat(partners(exporter.api(), offering, null)).contains(good).doesNotContain(bad);
    }

    @Test
    void givenManyMatches_whenPagedByTwo_thenThePagesTogetherAreTheWhole() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = publishedAndSearchable(exporter, appsOffered());
        for (int i = 0; i < 5; i++) {
            publishedAndSearchable(buyer, appWanted().with("title", appWanted().title() + " " + i % 2));
        }

        var whole = allMatches(exporter.api(), offering, 60, 100);
        var paged = allMatches(exporter.api(), offering, 60, 2);

        assertThat(paged).isEqualTo(whole).hasSize(matches(exporter.api(), offering, 60, 1, null).path("totalCount").asInt());
        assertThat(new HashSet<>(paged)).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void givenArgumentsOutOfRange_whenAskingForMatches_thenTheRequestIsBad() {
        var exporter = exporter();
        var offering = publishedAndSearchable(exporter, appsOffered());
        var document = "query($id: ID!, $least: Int, $after: String) { node(id: $id) { ... on Offering { matches(minScore: $least, after: $after) { totalCount } } } }";

        assertThat(exporter.api().ask(document, "id", offering, "least", 101).codes()).containsExactly("BAD_REQUEST");
        assertThat(exporter.api().ask(document, "id", offering, "least", -1).codes()).containsExactly("BAD_REQUEST");
        assertThat(exporter.api().ask(document, "id", offering, "after", "bm9uc2Vuc2U").codes()).containsExactly("BAD_REQUEST");
    }

    private static Reply review(Api api, String id, String verdict, String note) {
        var input = new java.util.HashMap<String, Object>(Map.of("matchId", id, "verdict", verdict));
        input.put("note", note);
        return api.ask("mutation($input: ReviewMatchInput!) { reviewMatch(input: $input) { match { id status note } errors { code message path } } }", "input", input);
    }

    private static Reply undo(Api api, String id) {
        return api.ask("mutation($input: UndoMatchReviewInput!) { undoMatchReview(input: $input) { match { id status note } errors { code message path } } }",
                "input", Map.of("matchId", id));
    }
}
