package io.fairbridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tests of what happens between two firms: matches and news of them.
public abstract class Trades extends Marketplace {

    /// A page of a posting's matches.
    public static JsonNode matches(Api api, String postingId, @Nullable Integer minScore, int first, @Nullable String after) {
        var document = """
                query($id: ID!, $least: Int, $first: Int, $after: String) { node(id: $id) {
                  ... on Offering { matches(minScore: $least, first: $first, after: $after) { ...M } }
                  ... on Demand { matches(minScore: $least, first: $first, after: $after) { ...M } } } }
                fragment M on MatchConnection { totalCount edges { cursor node { id score offering { id } demand { id } } } pageInfo { hasNextPage endCursor } }
                """;
        return api.ask(document, "id", postingId, "least", minScore, "first", first, "after", after).clean().at("/node/matches");
    }

    /// All of a posting's matches, best first, read in pages of this size.
    public static List<JsonNode> allMatches(Api api, String postingId, @Nullable Integer minScore, int size) {
        var all = new ArrayList<JsonNode>();
        String after = null;
        do {
            var page = matches(api, postingId, minScore, size, after);
            page.path("edges").forEach(edge -> all.add(edge.path("node")));
            after = page.at("/pageInfo/hasNextPage").asBoolean() ? page.at("/pageInfo/endCursor").asString() : null;
        } while (after != null);
        return all;
    }

    /// The match between two postings as one side sees it, waited for.
    protected static JsonNode match(Api api, String postingId, String otherId) {
        var found = await().atMost(SOON).until(() -> allMatches(api, postingId, 0, 100).stream()
                .filter(match -> partner(match, postingId).equals(otherId)).findFirst(), Optional::isPresent).orElseThrow();
        return api.ask("""
                query($id: ID!) { node(id: $id) { ... on Match {
                  id score status note reasons { kind points chinese: summary(language: "zh") english: summary evidence { side field start end text } }
                  offering { id title description } demand { id title description } } } }
                """, "id", found.path("id").asString()).clean().at("/node");
    }

    private static String partner(JsonNode match, String postingId) {
        var offering = match.at("/offering/id").asString();
        return offering.equals(postingId) ? match.at("/demand/id").asString() : offering;
    }

    /// Ids of the other side's postings, best first.
    public static List<String> partners(Api api, String postingId, @Nullable Integer minScore) {
        return allMatches(api, postingId, minScore, 100).stream().map(match -> partner(match, postingId)).toList();
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
