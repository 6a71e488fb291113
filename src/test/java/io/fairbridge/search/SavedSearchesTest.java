package io.fairbridge.search;

import static io.fairbridge.testing.Listing.appsOffered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairbridge.posting.PostingKind;
import io.fairbridge.testing.Api;
import io.fairbridge.testing.Api.Reply;
import io.fairbridge.testing.Listing;
import io.fairbridge.testing.Trades;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavedSearchesTest extends Trades {

    @Test
    void givenASavedSearch_whenAFittingPostingIsPublishedAndChanged_thenItsOwnerIsToldOnce() {
        var me = somebody();
        var firm = exporter();
        var search = saved(me.api(), Map.of("name", "Apps", "kind", "OFFERING", "query", "手机应用", "filter", Map.of("organisationId", firm.id(), "markets", List.of("SG"))));

        var fitting = published(firm, appsOffered());
        var other = published(firm, Listing.offering("en", "Shipping", "By sea."));
        posting(change(firm.api(), "updatePosting", fitting, "expectedRevision", 1, "title", appsOffered().title() + "，含维护"));
        awaitOnTheMarket(firm, PostingKind.OFFERING, fitting, other);
        await().atMost(SOON).until(() -> !hits(me.api()).isEmpty());
        // What comes later in the pipeline than the change shows that the change was worked off.
        var last = published(firm, appsOffered());
        await().atMost(SOON).until(() -> hits(me.api()).contains(search + " " + last));

        assertThat(hits(me.api())).containsExactlyInAnyOrder(search + " " + fitting, search + " " + last);
    }

    @Test
    void givenADeletedSearchOrOneWithoutAlert_whenAFittingPostingIsPublished_thenNobodyIsTold() {
        var me = somebody();
        var firm = exporter();
        var filter = Map.of("organisationId", firm.id());
        var deleted = saved(me.api(), Map.of("name", "Deleted", "kind", "OFFERING", "filter", filter));
        saved(me.api(), Map.of("name", "Silent", "kind", "OFFERING", "filter", filter, "alert", false));
        var kept = saved(me.api(), Map.of("name", "Kept", "kind", "OFFERING", "filter", filter));

        assertThat(delete(me.api(), deleted).text("/deleteSavedSearch/deletedId")).isEqualTo(deleted);
        var id = published(firm, appsOffered());

        await().atMost(SOON).until(() -> !hits(me.api()).isEmpty());
        assertThat(hits(me.api())).containsExactly(kept + " " + id);
        assertThat(delete(me.api(), deleted).problems()).containsExactly("NOT_FOUND id");
    }

    @Test
    void givenAnothersSearch_whenReadOrDeleted_thenItIsAsIfThereWereNone() {
        var owner = somebody();
        var stranger = somebody();
        var search = saved(owner.api(), Map.of("name", "Mine", "kind", "DEMAND", "query", "audit"));
        var document = "query($id: ID!) { node(id: $id) { ... on SavedSearch { name kind query alert filter { markets } } } }";

        assertThat(owner.api().ask(document, "id", search).clean().text("/node/name")).isEqualTo("Mine");
        assertThat(stranger.api().ask(document, "id", search).clean().at("/node").isNull()).isTrue();
        assertThat(anybody().ask(document, "id", search).clean().at("/node").isNull()).isTrue();
        assertThat(delete(stranger.api(), search).problems()).containsExactly("NOT_FOUND id");
        assertThat(delete(anybody(), search).codes()).containsExactly("UNAUTHENTICATED");
        assertThat(stranger.api().ask("{ viewer { savedSearches { id } } }").clean().at("/viewer/savedSearches")).isEmpty();
    }

    @Test
    void givenAnInputFullOfMistakes_whenSaving_thenEachIsTold() {
        var wrong = Map.of("name", " ", "kind", "OFFERING", "query", "x".repeat(501),
                "filter", Map.of("categories", List.of("SI2", "ZZ"), "countries", List.of("XX"), "markets", List.of("DE", "??"), "languages", List.of("qq")));

        assertThat(save(somebody().api(), wrong).problems()).containsExactlyInAnyOrder("REQUIRED name", "TOO_LONG query", "INVALID filter.categories.1",
                "INVALID filter.countries.0", "INVALID filter.markets.1", "INVALID filter.languages.0");
        assertThat(save(anybody(), Map.of("name", "A", "kind", "OFFERING")).codes()).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void givenFiftySearches_whenSavingOneMore_thenTheLimitIsTold() {
        var me = somebody();
        for (int i = 0; i < 50; i++) {
            saved(me.api(), Map.of("name", "Number " + i, "kind", "OFFERING", "alert", false));
        }

        assertThat(save(me.api(), Map.of("name", "One more", "kind", "OFFERING")).problems()).containsExactly("LIMIT_EXCEEDED");
        assertThat(me.api().ask("{ viewer { savedSearches { name } } }").clean().at("/viewer/savedSearches/0/name").asString()).isEqualTo("Number 49");
    }

    @Test
    void givenSearchesForNonsense_whenAPostingIsPublished_thenNoneOfThemHoldsItUp() {
        var me = somebody();
        var firm = exporter();
        var nonsense = List.of("😀".repeat(500), "字".repeat(500), "?!", "a ".repeat(250), "(x AND [* TO");
        var searches = nonsense.stream().map(query -> saved(me.api(), Map.of("name", "Odd", "kind", "OFFERING", "query", query, "filter", Map.of("organisationId", firm.id())))).toList();

        var id = published(firm, appsOffered());
        var watched = saved(me.api(), Map.of("name", "All", "kind", "OFFERING", "filter", Map.of("organisationId", firm.id())));
        var next = published(firm, appsOffered());

        awaitOnTheMarket(firm, PostingKind.OFFERING, id, next);
        await().atMost(SOON).until(() -> hits(me.api()).contains(watched + " " + next));
        searches.forEach(search -> delete(me.api(), search));
    }

    private static List<String> hits(Api api) {
        return inbox(api).stream().filter(news -> news.path("__typename").asString().equals("SavedSearchNotification"))
                .map(news -> news.at("/savedSearch/id").asString() + " " + news.at("/posting/id").asString()).toList();
    }

    private static String saved(Api api, Map<String, ?> input) {
        var reply = save(api, input);
        assertThat(reply.problems()).isEmpty();
        return reply.text("/saveSearch/savedSearch/id");
    }

    private static Reply save(Api api, Map<String, ?> input) {
        return api.ask("mutation($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { id } errors { code message path } } }", "input", input);
    }

    private static Reply delete(Api api, String id) {
        return api.ask("mutation($input: DeleteSavedSearchInput!) { deleteSavedSearch(input: $input) { deletedId errors { code message path } } }", "input", Map.of("id", id));
    }
}
