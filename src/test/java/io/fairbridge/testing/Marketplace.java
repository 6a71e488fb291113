package io.fairbridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairbridge.identity.Accounts;
import io.fairbridge.organisation.CreateOrganisationInput;
import io.fairbridge.organisation.Member;
import io.fairbridge.organisation.MembershipRole;
import io.fairbridge.organisation.OrganisationCapacity;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.testing.Api.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The application over HTTP, with people and firms who trade. All tests share it, so each works with firms of its own.
@FairbridgeTest
public abstract class Marketplace {

    protected static final Duration SOON = Duration.ofSeconds(30);
    protected static final String PASSWORD = "a long pass phrase";
    protected static final String POSTING = """
            fragment P on Posting { id revision status language title description category { code } markets deliveryModes languages
              price { min max currency } organisation { id } publishedAt validUntil updatedAt }
            """;
    private static final String ERRORS = "errors { code message path }";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    /// Somebody with an account.
    public record Person(String id, String email, Api api) {
    }

    /// An organisation and its owner.
    public record Firm(String id, Person owner) {

        public Api api() {
            return owner.api();
        }

        public String localId() {
            return GlobalId.local(id, "Organisation").orElseThrow();
        }
    }

    protected Api anybody() {
        return Api.at(port);
    }

    protected Person somebody() {
        return newcomer(anybody());
    }

    public static Person newcomer(Api api) {
        var email = "p" + UUID.randomUUID() + "@example.com";
        var reply = api.ask("""
                mutation($input: SignUpInput!) { signUp(input: $input) { session { accessToken } viewer { id } errors { code message path } } }
                """, "input", Map.of("email", email, "password", PASSWORD, "displayName", "Li Wei 李伟", "locale", "en")).clean();
        return new Person(reply.text("/signUp/viewer/id"), email, api.with(reply.text("/signUp/session/accessToken")));
    }

    protected Person administrator() {
        var email = "a" + UUID.randomUUID() + "@example.com";
        accounts.open(email, PASSWORD, "Administrator", Locale.ENGLISH, true);
        return signedIn(email);
    }

    protected Person signedIn(String email) {
        var reply = anybody().ask("""
                mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken } viewer { id } errors { code } } }
                """, "input", Map.of("email", email, "password", PASSWORD)).clean();
        return new Person(reply.text("/signIn/viewer/id"), email, anybody().with(reply.text("/signIn/session/accessToken")));
    }

    protected Firm exporter() {
        return firm(somebody(), "CN", "EXPORTER");
    }

    protected Firm buyer() {
        return firm(somebody(), "SG", "BUYER");
    }

    public static Firm firm(Person owner, String country, String... capacities) {
        var reply = owner.api().ask("""
                mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { id } errors { code message path } } }
                """, "input", Map.of("name", "Firm " + UUID.randomUUID(), "country", country, "capacities", List.of(capacities))).clean();
        return new Firm(reply.text("/createOrganisation/organisation/id"), owner);
    }

    /// A firm that several people belong to, the first of them its owner.
    protected Firm firmOf(Person owner, Person other, MembershipRole role) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var input = new CreateOrganisationInput("Firm " + id, null, "CN", Set.of(OrganisationCapacity.EXPORTER, OrganisationCapacity.BUYER), null, null, null);
        organisations.restore(id, input, List.of(new Member(local(owner), MembershipRole.OWNER), new Member(local(other), role)), false);
        return new Firm(new GlobalId("Organisation", id).encoded(), owner);
    }

    protected static String local(Person person) {
        return GlobalId.local(person.id(), "Viewer").orElseThrow();
    }

    public static Reply publish(Firm firm, Listing listing) {
        return publish(firm.api(), firm, listing);
    }

    public static Reply publish(Api api, Firm firm, Listing listing) {
        var input = new LinkedHashMap<>(listing.fields());
        input.put("organisationId", firm.id());
        return api.ask(listing.kind() == PostingKind.OFFERING
                ? "mutation($input: PublishOfferingInput!) { publishOffering(input: $input) { posting: offering { ...P } " + ERRORS + " } }" + POSTING
                : "mutation($input: PublishDemandInput!) { publishDemand(input: $input) { posting: demand { ...P } " + ERRORS + " } }" + POSTING,
                "input", input);
    }

    /// Publishes and gives the id back.
    public static String published(Firm firm, Listing listing) {
        return posting(publish(firm, listing)).path("id").asString();
    }

    /// The posting in the payload of a mutation that went well.
    public static JsonNode posting(Reply reply) {
        assertThat(reply.problems()).isEmpty();
        return reply.body().path("data").valueStream().findFirst().orElseThrow().path("posting");
    }

    protected static Reply saveDraft(Firm firm, PostingKind kind, Map<String, ?> fields) {
        var input = new LinkedHashMap<String, @Nullable Object>(fields);
        input.put("organisationId", firm.id());
        input.put("kind", kind);
        input.putIfAbsent("language", "en");
        return firm.api().ask("mutation($input: SaveDraftInput!) { saveDraft(input: $input) { posting { ...P } " + ERRORS + " } }" + POSTING, "input", input);
    }

    /// A change of a posting: `publishPosting`, `updatePosting`, `withdrawPosting`.
    protected static Reply change(Api api, String mutation, String id, @Nullable Object... namesAndValues) {
        var input = new LinkedHashMap<String, @Nullable Object>();
        input.put("id", id);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            input.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        var type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input!";
        return api.ask("mutation($input: " + type + ") { " + mutation + "(input: $input) { posting { ...P } " + ERRORS + " } }" + POSTING, "input", input);
    }

    protected static Reply discard(Api api, String id) {
        return api.ask("mutation($input: DiscardDraftInput!) { discardDraft(input: $input) { discardedId " + ERRORS + " } }", "input", Map.of("id", id));
    }

    /// The posting as this caller sees it; a null node when it does not.
    protected static JsonNode seen(Api api, String id) {
        return api.ask("query($id: ID!) { node(id: $id) { ...P } }" + POSTING, "id", id).clean().at("/node");
    }

    /// Ids of what a search finds, in its order.
    protected List<String> found(PostingKind kind, @Nullable String query, Map<String, ?> filter, int first) {
        return search(kind, query, filter, null, first, null).at("/found/edges").valueStream().map(edge -> edge.at("/node/id").asString()).toList();
    }

    protected Reply search(PostingKind kind, @Nullable String query, Map<String, ?> filter, @Nullable String sort, int first, @Nullable String after) {
        return search(anybody(), kind, query, filter, sort, first, after);
    }

    public static Reply search(Api api, PostingKind kind, @Nullable String query, Map<String, ?> filter, @Nullable String sort, int first, @Nullable String after) {
        return api.ask("""
                query($query: String, $filter: PostingFilter, $sort: PostingSort, $first: Int, $after: String) {
                  found: %s(query: $query, filter: $filter, sort: $sort, first: $first, after: $after) {
                    totalCount
                    edges { cursor highlights { field fragments } node { id title } }
                    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                    facets { name buckets { value label count } }
                  }
                }""".formatted(kind == PostingKind.OFFERING ? "offerings" : "demands"),
                "query", query, "filter", filter, "sort", sort, "first", first, "after", after);
    }

    /// Waits until the search finds exactly these postings of the firm.
    protected void awaitOnTheMarket(Firm firm, PostingKind kind, String... ids) {
        await().atMost(SOON).untilAsserted(() -> assertThat(found(kind, null, Map.of("organisationId", firm.id()), 100)).containsExactlyInAnyOrder(ids));
    }

    /// Runs all tasks at the same time and gives their results in order.
    protected static <T> List<T> atOnce(List<? extends Callable<T>> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    protected static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    protected static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    protected static List<String> list(String... values) {
        return Arrays.asList(values);
    }
}
