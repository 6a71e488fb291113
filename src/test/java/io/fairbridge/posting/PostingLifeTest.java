package io.fairbridge.posting;

import static io.fairbridge.testing.Listing.appWanted;
import static io.fairbridge.testing.Listing.appsOffered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairbridge.testing.Marketplace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PostingLifeTest extends Marketplace {

    @Test
    void givenAnExporter_whenPublishing_thenTheOfferingIsPublicWithAllItsFields() {
        var firm = exporter();

        var posting = seen(anybody(), published(firm, appsOffered()));

        assertThat(posting.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(posting.path("revision").asInt()).isEqualTo(1);
        assertThat(posting.path("title").asString()).isEqualTo(appsOffered().title());
        assertThat(posting.at("/category/code").asString()).isEqualTo("SI21");
        assertThat(strings(posting.path("markets"))).containsExactly("HK", "SG");
        assertThat(posting.at("/price/max").decimalValue()).isEqualByComparingTo("70000");
        assertThat(posting.at("/organisation/id").asString()).isEqualTo(firm.id());
        assertThat(posting.path("publishedAt").isNull()).isFalse();
    }

    @Test
    void givenADraftWithNothingInIt_whenFilledAndPublished_thenItComesOnTheMarket() {
        var firm = exporter();
        var draft = posting(saveDraft(firm, PostingKind.OFFERING, Map.of())).path("id").asString();
        posting(change(firm.api(), "updatePosting", draft, "expectedRevision", 1, "title", "Audits", "description", "We audit.", "category", "SJ212"));

        var published = posting(change(firm.api(), "publishPosting", draft, "expectedRevision", 2));

        assertThat(published.path("status").asString()).isEqualTo("PUBLISHED");
        awaitOnTheMarket(firm, PostingKind.OFFERING, draft);
    }

    @Test
    void givenAnEmptyDraft_whenPublishing_thenAllThatIsMissingIsTold() {
        var firm = exporter();
        var draft = posting(saveDraft(firm, PostingKind.OFFERING, Map.of())).path("id").asString();

        var refused = change(firm.api(), "publishPosting", draft);

        assertThat(refused.problems()).containsExactlyInAnyOrder("REQUIRED title", "REQUIRED description", "REQUIRED category");
        assertThat(seen(firm.api(), draft).path("status").asString()).isEqualTo("DRAFT");
    }

    @Test
    void givenADraft_whenDiscarded_thenItIsGone() {
        var firm = exporter();
        var draft = posting(saveDraft(firm, PostingKind.OFFERING, Map.of("title", "Later"))).path("id").asString();

        var discarded = discard(firm.api(), draft);

        assertThat(discarded.clean().text("/discardDraft/discardedId")).isEqualTo(draft);
        assertThat(seen(firm.api(), draft).isNull()).isTrue();
        assertThat(discard(firm.api(), draft).problems()).containsExactly("NOT_FOUND id");
    }

    @Test
    void givenAPublishedPosting_whenDiscarding_thenItIsRefusedAndStays() {
        var firm = exporter();
        var id = published(firm, appsOffered());

        var refused = discard(firm.api(), id);

        assertThat(refused.problems()).containsExactly("CONFLICT id");
        assertThat(seen(anybody(), id).path("status").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void givenAPostingOnTheMarket_whenWithdrawnAndPublishedAgain_thenTheSearchFollows() {
        var firm = exporter();
        var id = published(firm, appsOffered());
        awaitOnTheMarket(firm, PostingKind.OFFERING, id);

        var withdrawn = posting(change(firm.api(), "withdrawPosting", id));
        awaitOnTheMarket(firm, PostingKind.OFFERING);
        var again = posting(change(firm.api(), "publishPosting", id));

        assertThat(withdrawn.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(again.path("revision").asInt()).isEqualTo(3);
        awaitOnTheMarket(firm, PostingKind.OFFERING, id);
    }

    @Test
    void givenAWithdrawnPosting_whenWithdrawnAgain_thenNothingChanges() {
        var firm = exporter();
        var id = published(firm, appsOffered());
        posting(change(firm.api(), "withdrawPosting", id));

        var again = posting(change(firm.api(), "withdrawPosting", id));

        assertThat(again.path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void givenAPublishedPosting_whenPublishingItAgain_thenItIsAConflict() {
        var firm = exporter();
        var id = published(firm, appsOffered());

        assertThat(change(firm.api(), "publishPosting", id).problems()).containsExactly("CONFLICT id");
    }

    @Test
    void givenAPostingWithAnEnd_whenItsTimeIsOver_thenItIsExpiredAndNotFound() {
        var firm = exporter();
        var id = published(firm, appsOffered().with("validUntil", Instant.now().plus(Duration.ofSeconds(4)).toString()));

        await().atMost(SOON).until(() -> seen(anybody(), id).path("status").asString().equals("EXPIRED"));

        assertThat(found(PostingKind.OFFERING, null, Map.of("organisationId", firm.id()), 10)).isEmpty();
        assertThat(change(firm.api(), "publishPosting", id).problems()).containsExactly("OUT_OF_RANGE validUntil");
        assertThat(posting(change(firm.api(), "updatePosting", id, "expectedRevision", 1, "validUntil", null)).path("status").asString())
                .isEqualTo("PUBLISHED");
    }

    @Test
    void givenABareDate_whenPublishingUntilThen_thenTheWholeDayCounts() {
        var firm = exporter();

        var posting = posting(publish(firm, appsOffered().with("validUntil", "2099-12-31")));

        assertThat(posting.path("validUntil").asString()).isEqualTo("2099-12-31T23:59:59Z");
    }

    @Test
    void givenAChangedPosting_whenSomebodySavesAnOlderRevision_thenItIsAConflictAndNothingIsLost() {
        var firm = exporter();
        var id = published(firm, appsOffered());
        posting(change(firm.api(), "updatePosting", id, "expectedRevision", 1, "title", "First"));

        var late = change(firm.api(), "updatePosting", id, "expectedRevision", 1, "title", "Second");

        assertThat(late.problems()).containsExactly("CONFLICT expectedRevision");
        assertThat(seen(anybody(), id).path("title").asString()).isEqualTo("First");
    }

    @Test
    void givenSixteenWritersAtEachRevision_whenAllSave_thenExactlyOneWinsEachRevision() {
        var firm = exporter();
        var id = published(firm, appsOffered());

        for (int revision = 1; revision <= 4; revision++) {
            int expected = revision;
            var replies = atOnce(IntStream.range(0, 16).mapToObj(writer -> (Callable<List<String>>) () ->
                    change(firm.api(), "updatePosting", id, "expectedRevision", expected, "title", "Title " + expected + " by " + writer).problems()).toList());

            assertThat(replies.stream().filter(List::isEmpty)).hasSize(1);
            assertThat(new HashSet<>(replies)).containsExactlyInAnyOrder(List.of(), List.of("CONFLICT expectedRevision"));
            assertThat(seen(anybody(), id).path("revision").asInt()).isEqualTo(expected + 1);
        }
    }

    @Test
    void givenManyWithdrawAtOnce_whenAllAreAnswered_thenNobodyIsRefused() {
        var firm = exporter();
        var id = published(firm, appsOffered());

        var replies = atOnce(Collections.nCopies(8, (Callable<List<String>>) () -> change(firm.api(), "withdrawPosting", id).problems()));

        assertThat(replies).containsOnly(List.of());
        assertThat(seen(anybody(), id).path("status").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void givenAClientMutationId_whenPublishedAgain_thenTheFirstResultComesBack() {
        var firm = exporter();
        var first = posting(publish(firm, appsOffered().with("clientMutationId", "c-1")));

        var again = posting(publish(firm, appsOffered().with("clientMutationId", "c-1").with("title", "Another title")));
        var invalid = posting(publish(firm, appsOffered().with("clientMutationId", "c-1").with("title", " ")));

        assertThat(again).isEqualTo(first);
        assertThat(invalid).isEqualTo(first);
        awaitOnTheMarket(firm, PostingKind.OFFERING, first.path("id").asString());
    }

    @Test
    void givenOneClientMutationId_whenSentSixteenTimesAtOnce_thenThereIsOnePosting() {
        var firm = exporter();

        var ids = atOnce(Collections.nCopies(16, (Callable<String>) () -> published(firm, appsOffered().with("clientMutationId", "same"))));

        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(ownPostings(firm)).isEqualTo(1);
    }

    @Test
    void givenTheSameClientMutationId_whenUsedByAnotherFirmOrKind_thenEachHasItsOwnPosting() {
        var owner = somebody();
        var one = firm(owner, "CN", "EXPORTER", "BUYER");
        var other = firm(owner, "CN", "EXPORTER");

        var ids = Stream.of(published(one, appsOffered().with("clientMutationId", "x")), published(other, appsOffered().with("clientMutationId", "x")),
                published(one, appWanted().with("clientMutationId", "x")));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void givenAPosting_whenUpdatedWithNothing_thenEverythingStays() {
        var firm = exporter();
        var before = posting(publish(firm, appsOffered()));

        var after = posting(change(firm.api(), "updatePosting", before.path("id").asString(), "expectedRevision", 1));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void givenAPosting_whenFieldsAreSetToNull_thenThoseAreEmptiedAndOthersStay() {
        var firm = exporter();
        var id = published(firm, appsOffered().with("validUntil", "2099-01-01T00:00:00Z"));

        var after = posting(change(firm.api(), "updatePosting", id, "expectedRevision", 1,
                "markets", null, "deliveryModes", null, "languages", null, "price", null, "validUntil", null));

        assertThat(strings(after.path("markets"))).isEmpty();
        assertThat(strings(after.path("deliveryModes"))).isEmpty();
        assertThat(strings(after.path("languages"))).isEmpty();
        assertThat(after.path("price").isNull()).isTrue();
        assertThat(after.path("validUntil").isNull()).isTrue();
        assertThat(after.path("title").asString()).isEqualTo(appsOffered().title());
        assertThat(after.at("/category/code").asString()).isEqualTo("SI21");
    }

    @Test
    void givenAPublishedPosting_whenWhatItNeedsIsSetToNull_thenAllOfItIsRefusedAtOnce() {
        var firm = exporter();
        var id = published(firm, appsOffered());

        var refused = change(firm.api(), "updatePosting", id, "expectedRevision", 1, "title", null, "description", null, "category", null, "language", null);

        assertThat(refused.problems()).containsExactlyInAnyOrder("REQUIRED title", "REQUIRED description", "REQUIRED category", "REQUIRED language");
    }

    @Test
    void givenADraft_whenItsTextIsSetToNull_thenItIsEmptied() {
        var firm = exporter();
        var id = posting(saveDraft(firm, PostingKind.OFFERING, Map.of("title", "Something", "category", "SI2"))).path("id").asString();

        var after = posting(change(firm.api(), "updatePosting", id, "expectedRevision", 1, "title", null, "category", null));

        assertThat(after.path("title").asString()).isEmpty();
        assertThat(after.path("category").isNull()).isTrue();
    }

    @Test
    void givenPostingsInEveryState_whenPagedByTwo_thenMembersSeeAllOnceAndStrangersOnlyWhatIsPublished() {
        var firm = exporter();
        var ids = new HashMap<String, String>();
        for (int i = 0; i < 3; i++) {
            ids.put(published(firm, appsOffered().with("title", "Number " + i)), "PUBLISHED");
        }
        var withdrawn = published(firm, appsOffered());
        change(firm.api(), "withdrawPosting", withdrawn);
        ids.put(withdrawn, "WITHDRAWN");
        ids.put(posting(saveDraft(firm, PostingKind.OFFERING, Map.of())).path("id").asString(), "DRAFT");

        assertThat(paged(firm, firm.api())).containsExactlyInAnyOrderElementsOf(ids.keySet());
        assertThat(paged(firm, anybody())).containsExactlyInAnyOrderElementsOf(ids.keySet().stream().filter(id -> ids.get(id).equals("PUBLISHED")).toList());
    }

    private static List<String> paged(Firm firm, io.fairbridge.testing.Api api) {
        var seen = new java.util.ArrayList<String>();
        String after = null;
        do {
            var page = api.ask("""
                    query($id: ID!, $after: String) { node(id: $id) { ... on Organisation {
                      postings(first: 2, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } } } }
                    """, "id", firm.id(), "after", after).clean();
            page.at("/node/postings/edges").valueStream().forEach(edge -> seen.add(edge.at("/node/id").asString()));
            after = page.at("/node/postings/pageInfo/hasNextPage").asBoolean() ? page.text("/node/postings/pageInfo/endCursor") : null;
        } while (after != null);
        return seen;
    }

    private static int ownPostings(Firm firm) {
        return firm.api().ask("query($id: ID!) { node(id: $id) { ... on Organisation { postings { totalCount } } } }", "id", firm.id())
                .clean().at("/node/postings/totalCount").asInt();
    }
}
