package io.fairbridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tests of what happens between two firms: matches and news of them.
public abstract class Trades extends Marketplace {

    private static final String MATCH = """
            id score status note reasons { kind points chinese: summary(language: "zh") english: summary evidence { side field start end text } }
            offering { id title description } demand { id title description }
            """;

    /// The first page of a posting's matches.
    public static JsonNode matches(Api api, String postingId, @Nullable Integer minScore, int first, @Nullable String after) {
        var document = """
                query($id: ID!, $least: Int, $first: Int, $after: String) { node(id: $id) {
                  ... on Offering { matches(minScore: $least, first: $first, after: $after) { ...M } }
                  ... on Demand { matches(minScore: $least, first: $first, after: $after) { ...M } } } }
                fragment M on MatchConnection { totalCount edges { cursor node { %s } } pageInfo { hasNextPage hasPreviousPage endCursor } }
                """.formatted(MATCH);
        return api.ask(document, "id", postingId, "least", minScore, "first", first, "after", after).clean().at("/node/matches");
    }

    /// The match between two postings as one side sees it, waited for.
    protected static JsonNode match(Api api, String postingId, String otherId) {
        return await().atMost(SOON).until(() -> matches(api, postingId, 0, 100, null).path("edges").valueStream().map(edge -> edge.path("node"))
                .filter(match -> match.at("/offering/id").asString().equals(otherId) || match.at("/demand/id").asString().equals(otherId)).findFirst(),
                java.util.Optional::isPresent).orElseThrow();
    }

    /// Ids of the other side's postings, best first.
    public static List<String> partners(Api api, String postingId, @Nullable Integer minScore) {
        return matches(api, postingId, minScore, 100, null).path("edges").valueStream()
                .map(edge -> edge.at("/node/offering/id").asString().equals(postingId) ? edge.at("/node/demand/id").asString() : edge.at("/node/offering/id").asString())
                .toList();
    }

    /// Everything in somebody's inbox, newest first.
    public static List<JsonNode> inbox(Api api) {
        var all = new ArrayList<JsonNode>();
        String after = null;
        do {
            var page = api.ask("""
                    query($after: String) { viewer { notifications(first: 100, after: $after) {
                      edges { node { __typename id cursor title
                        ... on MatchNotification { match { id offering { id } demand { id } } times { postedAt matchedAt } }
                        ... on SavedSearchNotification { savedSearch { id } posting { id } } } }
                      pageInfo { hasNextPage endCursor } } } }
                    """, "after", after).clean();
            page.at("/viewer/notifications/edges").valueStream().forEach(edge -> all.add(edge.path("node")));
            after = page.at("/viewer/notifications/pageInfo/hasNextPage").asBoolean() ? page.text("/viewer/notifications/pageInfo/endCursor") : null;
        } while (after != null);
        return all;
    }

    /// Ids of the matches that somebody was told of.
    public static List<String> told(Api api) {
        return inbox(api).stream().filter(news -> news.path("__typename").asString().equals("MatchNotification")).map(news -> news.at("/match/id").asString()).toList();
    }

    /// Waits until this firm is told of exactly so many matches.
    protected static void awaitTold(Firm firm, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(told(firm.api())).hasSize(count));
    }

    protected String publishedAndSearchable(Firm firm, Listing listing) {
        var id = published(firm, listing);
        await().atMost(SOON).until(() -> found(listing.kind(), null, Map.of("organisationId", firm.id()), 100).contains(id));
        return id;
    }
}
