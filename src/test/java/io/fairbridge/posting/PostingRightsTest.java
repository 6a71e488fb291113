package io.fairbridge.posting;

import static io.fairbridge.testing.Listing.appsOffered;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.organisation.MembershipRole;
import io.fairbridge.testing.Api;
import io.fairbridge.testing.Marketplace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingRightsTest extends Marketplace {

    @Test
    void givenAStranger_whenChangingAnothersPosting_thenEveryMutationIsForbiddenAndNothingChanges() {
        var firm = exporter();
        var id = published(firm, appsOffered());
        var before = seen(anybody(), id);
        var stranger = exporter().api();

        assertThat(publish(stranger, firm, appsOffered()).problems()).containsExactly("FORBIDDEN organisationId");
        assertThat(change(stranger, "updatePosting", id, "expectedRevision", 1, "title", "Mine").problems()).containsExactly("FORBIDDEN id");
        assertThat(change(stranger, "withdrawPosting", id).problems()).containsExactly("FORBIDDEN id");
        assertThat(change(stranger, "publishPosting", id).problems()).containsExactly("FORBIDDEN id");
        assertThat(discard(stranger, id).problems()).containsExactly("FORBIDDEN id");
        assertThat(seen(anybody(), id)).isEqualTo(before);
    }

    @Test
    void givenAStranger_whenChangingAnothersDraft_thenItIsAsIfThereWereNone() {
        var firm = exporter();
        var draft = posting(saveDraft(firm, PostingKind.OFFERING, Map.of("title", "Secret"))).path("id").asString();
        var stranger = exporter().api();

        assertThat(change(stranger, "updatePosting", draft, "expectedRevision", 1).problems()).containsExactly("NOT_FOUND id");
        assertThat(change(stranger, "withdrawPosting", draft).problems()).containsExactly("NOT_FOUND id");
        assertThat(change(stranger, "publishPosting", draft).problems()).containsExactly("NOT_FOUND id");
        assertThat(discard(stranger, draft).problems()).containsExactly("NOT_FOUND id");
    }

    @Test
    void givenAMemberWhoOnlyReads_whenChanging_thenItIsForbiddenButDraftsAreSeen() {
        var reader = somebody();
        var firm = firmOf(somebody(), reader, MembershipRole.VIEWER);
        var draft = posting(saveDraft(firm, PostingKind.OFFERING, Map.of("title", "Ours"))).path("id").asString();

        assertThat(seen(reader.api(), draft).path("title").asString()).isEqualTo("Ours");
        assertThat(publish(reader.api(), firm, appsOffered()).problems()).containsExactly("FORBIDDEN organisationId");
        assertThat(change(reader.api(), "updatePosting", draft, "expectedRevision", 1, "title", "Mine").problems()).containsExactly("FORBIDDEN id");
        assertThat(discard(reader.api(), draft).problems()).containsExactly("FORBIDDEN id");
    }

    @Test
    void givenAnEditor_whenChanging_thenItIsDone() {
        var editor = somebody();
        var firm = firmOf(somebody(), editor, MembershipRole.EDITOR);
        var id = posting(publish(editor.api(), firm, appsOffered())).path("id").asString();

        assertThat(posting(change(editor.api(), "updatePosting", id, "expectedRevision", 1, "title", "Better")).path("title").asString()).isEqualTo("Better");
    }

    @Test
    void givenNobodySignedIn_whenChanging_thenEveryMutationAsksToSignIn() {
        var firm = exporter();
        var id = published(firm, appsOffered());
        var draft = posting(saveDraft(firm, PostingKind.OFFERING, Map.of())).path("id").asString();
        Api anybody = anybody();

        assertThat(List.of(
                publish(anybody, firm, appsOffered()), saveDraft(new Firm(firm.id(), new Person("", "", anybody)), PostingKind.OFFERING, Map.of()),
                change(anybody, "updatePosting", id, "expectedRevision", 1), change(anybody, "withdrawPosting", id),
                change(anybody, "publishPosting", id), discard(anybody, draft)))
                .allSatisfy(reply -> assertThat(reply.codes()).containsExactly("UNAUTHENTICATED"));
    }

    @Test
    void givenADraft_whenAStrangerLooksEverywhere_thenItIsNowhere() {
        var firm = exporter();
        var word = "zyx" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
        var draft = posting(saveDraft(firm, PostingKind.OFFERING, Map.of("title", word, "description", word, "category", "SI2"))).path("id").asString();
        var published = published(firm, appsOffered());
        awaitOnTheMarket(firm, PostingKind.OFFERING, published);

        for (var api : List.of(anybody(), exporter().api())) {
            var looked = api.ask("""
                    query($draft: ID!, $firm: ID!, $word: String) {
                      node(id: $draft) { id }
                      nodes(ids: [$draft, $firm]) { id }
                      drafts: node(id: $firm) { ... on Organisation { postings(status: DRAFT) { totalCount edges { node { id } } } } }
                      all: node(id: $firm) { ... on Organisation { postings { totalCount edges { node { id } } } } }
                      found: offerings(query: $word) { totalCount }
                      market: offerings(filter: { organisationId: $firm }) { totalCount facets { name buckets { count } } }
                    }""", "draft", draft, "firm", firm.id(), "word", word).clean();

            assertThat(looked.at("/node").isNull()).isTrue();
            assertThat(looked.at("/nodes/0").isNull()).isTrue();
            assertThat(looked.at("/drafts/postings/totalCount").asInt()).isZero();
            assertThat(looked.at("/all/postings/totalCount").asInt()).isEqualTo(1);
            assertThat(looked.at("/found/totalCount").asInt()).isZero();
            assertThat(looked.at("/market/totalCount").asInt()).isEqualTo(1);
            assertThat(looked.at("/market/facets/0/buckets").valueStream()).allSatisfy(bucket -> assertThat(bucket.path("count").asInt()).isEqualTo(1));
        }
    }

    @Test
    void givenAPosting_whenAStrangerAsksForItsMatches_thenThatFieldAloneIsForbidden() {
        var firm = exporter();
        var id = published(firm, appsOffered());
        var document = "query($id: ID!) { node(id: $id) { id ... on Offering { title matches { totalCount } } } }";

        var stranger = exporter().api().ask(document, "id", id);
        var nobody = anybody().ask(document, "id", id);

        assertThat(stranger.codes()).containsExactly("FORBIDDEN");
        assertThat(stranger.at("/node/matches").isNull()).isTrue();
        assertThat(stranger.text("/node/title")).isEqualTo(appsOffered().title());
        assertThat(nobody.codes()).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void givenAnAdministrator_whenReadingAnothersDraft_thenItIsSeenButNotChanged() {
        var firm = exporter();
        var draft = posting(saveDraft(firm, PostingKind.OFFERING, Map.of("title", "Ours"))).path("id").asString();
        var administrator = administrator().api();

        assertThat(seen(administrator, draft).path("title").asString()).isEqualTo("Ours");
        assertThat(change(administrator, "updatePosting", draft, "expectedRevision", 1, "title", "Mine").problems()).containsExactly("FORBIDDEN id");
    }
}
