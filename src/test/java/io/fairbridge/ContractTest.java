package io.fairbridge;

import static io.fairbridge.testing.Listing.appWanted;
import static io.fairbridge.testing.Listing.appsOffered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.validation.Validator;
import io.fairbridge.platform.graphql.SocketClient;
import io.fairbridge.testing.Api;
import io.fairbridge.testing.Api.Reply;
import io.fairbridge.testing.Listing;
import io.fairbridge.testing.Trades;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/// The operations that were agreed with the clients, word for word. They lie outside the repository, in `contract` of the
/// folder named by `-Dfairbridge.shared`, or of `../shared` or `../../shared`.
class ContractTest extends Trades {

    private static final List<String> FILES = List.of("accounts", "postings", "matching", "notifications");

    @Autowired
    private GraphQlSource source;

    @BeforeEach
    void contractIsThere() {
        assumeThat(folder()).as("The contract is not here: name the folder that holds `contract` with -Dfairbridge.shared=…").isPresent();
    }

    @Test
    void givenTheContract_whenValidated_thenEveryFileFitsTheSchema() {
        for (var file : FILES) {
            assertThat(new Validator().validateDocument(source.schema(), document(file), Locale.ENGLISH)).as(file).isEmpty();
        }
    }

    @Test
    void givenTheAccountsContract_whenRun_thenEveryOperationWorks() {
        var email = "c" + UUID.randomUUID() + "@example.com";

        var signUp = run(anybody(), "accounts", "SignUp", input("email", email, "password", PASSWORD, "displayName", "Li Wei", "locale", "zh-CN"));
        var signIn = run(anybody(), "accounts", "SignIn", input("email", email, "password", PASSWORD));
        var me = anybody().with(signIn.text("/signIn/session/accessToken"));
        var created = run(me, "accounts", "CreateOrganisation", input("name", "丝路软件", "nameTranslations", List.of(Map.of("language", "en", "text", "Silk Road Software")),
                "country", "CN", "capacities", List.of("EXPORTER", "BUYER"), "website", "https://example.com", "description", "软件", "languages", List.of("zh", "en")));
        var verified = run(administrator().api(), "accounts", "VerifyOrganisation",
                input("organisationId", created.text("/createOrganisation/organisation/id"), "decision", "VERIFIED", "note", "Seen"));
        var viewer = run(me, "accounts", "Viewer", Map.of());

        assertThat(List.of(signUp, signIn, created, verified)).allSatisfy(reply -> assertThat(reply.problems()).isEmpty());
        assertThat(verified.text("/verifyOrganisation/organisation/verification")).isEqualTo("VERIFIED");
        assertThat(viewer.at("/viewer/memberships")).hasSize(1);
    }

    @Test
    void givenThePostingsContract_whenRun_thenEveryOperationWorks() {
        var firm = firm(somebody(), "CN", "EXPORTER", "BUYER");
        var api = firm.api();

        var offered = run(api, "postings", "PublishOffering", input(firm, appsOffered().with("validUntil", "2099-12-31").with("clientMutationId", "1")));
        var wanted = run(api, "postings", "PublishDemand", input(firm, appWanted()));
        var id = offered.text("/publishOffering/offering/id");
        var updated = run(api, "postings", "UpdatePosting", input("id", id, "expectedRevision", 1, "title", "手机应用"));
        var stale = run(api, "postings", "UpdatePosting", input("id", id, "expectedRevision", 1, "title", "手机应用二"));
        awaitOnTheMarket(firm, io.fairbridge.posting.PostingKind.OFFERING, id);
        var filter = Map.of("categories", List.of("SI2"), "countries", List.of("CN"), "markets", List.of("SG"), "deliveryModes", List.of("CROSS_BORDER"),
                "languages", List.of("en"), "organisationId", firm.id());
        var offerings = run(anybody(), "postings", "SearchOfferings", Map.of("query", "手机应用", "filter", filter, "sort", "RELEVANCE", "first", 5));
        var demands = run(anybody(), "postings", "SearchDemands", Map.of("query", "app", "sort", "NEWEST", "first", 5));
        var read = run(anybody(), "postings", "Posting", Map.of("id", id));
        var categories = run(anybody(), "postings", "ServiceCategories", Map.of());
        var search = run(api, "postings", "SaveSearch", input("name", "Apps", "kind", "OFFERING", "query", "app", "filter", filter, "alert", true));
        var withdrawn = run(api, "postings", "WithdrawPosting", input("id", id));

        assertThat(List.of(offered, wanted, updated, search, withdrawn)).allSatisfy(reply -> assertThat(reply.problems()).isEmpty());
        assertThat(stale.problems()).containsExactly("CONFLICT expectedRevision");
        assertThat(offerings.at("/offerings/totalCount").asInt()).isEqualTo(1);
        assertThat(demands.at("/demands/facets")).hasSize(5);
        assertThat(read.text("/node/__typename")).isEqualTo("Offering");
        assertThat(categories.at("/serviceCategories").size()).isGreaterThan(50);
        assertThat(withdrawn.text("/withdrawPosting/posting/status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void givenTheMatchingContract_whenRun_thenEveryOperationWorks() {
        var exporter = exporter();
        var buyer = buyer();
        var offering = published(exporter, appsOffered());
        var demand = published(buyer, appWanted());
        var match = match(exporter.api(), offering, demand).path("id").asString();

        var found = run(exporter.api(), "matching", "Matches", Map.of("postingId", offering, "first", 50, "minScore", 0));
        var reviewed = run(buyer.api(), "matching", "ReviewMatch", input("matchId", match, "verdict", "SHORTLIST", "note", "Call them"));

        assertThat(found.at("/node/matches/edges").valueStream().map(edge -> edge.at("/node/demand/id").asString())).contains(demand);
        assertThat(reviewed.problems()).isEmpty();
        assertThat(reviewed.text("/reviewMatch/match/status")).isEqualTo("SHORTLISTED");
    }

    @Test
    void givenTheNotificationsContract_whenRun_thenEveryOperationWorks() {
        var exporter = exporter();
        published(exporter, appsOffered());
        var buyer = buyer();

        try (var socket = SocketClient.open(exporter.api().socket(), "graphql-transport-ws").init(Map.of("Authorization", "Bearer " + exporter.api().token()))) {
            socket.subscribe("1", text("notifications", "NotificationReceived"));
            var demand = published(buyer, appWanted());
            var live = java.util.stream.Stream.generate(() -> socket.next("next").at("/payload/data/notificationReceived"))
                    .filter(news -> news.at("/match/demand/id").asString().equals(demand)).findFirst().orElseThrow();
            var inbox = run(exporter.api(), "notifications", "Notifications", Map.of("first", 10, "unreadOnly", true));
            var marked = run(exporter.api(), "notifications", "MarkNotificationsRead", input("upTo", live.path("cursor").asString()));

            assertThat(live.path("__typename").asString()).isEqualTo("MatchNotification");
            assertThat(inbox.at("/viewer/notifications/edges").valueStream().map(edge -> edge.at("/node/id").asString())).contains(live.path("id").asString());
            assertThat(marked.problems()).isEmpty();
        }
    }

    private static Map<String, Object> input(Object... namesAndValues) {
        var input = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            input.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Map.of("input", input);
    }

    private static Map<String, Object> input(Firm firm, Listing listing) {
        return Map.of("input", listing.with("organisationId", firm.id()).fields());
    }

    private static Reply run(Api api, String file, String operation, Map<String, ?> variables) {
        return api.ask(text(file, operation), variables).clean();
    }

    /// One operation and the fragments that it needs, as a client sends them.
    private static String text(String file, String name) {
        var document = document(file);
        var operation = document.getDefinitionsOfType(OperationDefinition.class).stream().filter(one -> name.equals(one.getName())).findFirst().orElseThrow();
        var needed = new LinkedHashSet<String>();
        var definitions = new ArrayList<Definition<?>>(List.of(operation));
        collect(operation, document, needed);
        needed.forEach(fragment -> definitions.add(fragment(document, fragment)));
        return AstPrinter.printAst(Document.newDocument().definitions(List.copyOf(definitions)).build());
    }

    private static void collect(Node<?> node, Document document, Set<String> needed) {
        if (node instanceof FragmentSpread spread && needed.add(spread.getName())) {
            collect(fragment(document, spread.getName()), document, needed);
        }
        node.getChildren().forEach(child -> collect(child, document, needed));
    }

    private static FragmentDefinition fragment(Document document, String name) {
        return document.getDefinitionsOfType(FragmentDefinition.class).stream().filter(one -> one.getName().equals(name)).findFirst().orElseThrow();
    }

    private static Document document(String file) {
        try {
            return Parser.parse(Files.readString(folder().orElseThrow().resolve("contract").resolve(file + ".graphql")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Path> folder() {
        return Stream.of(System.getProperty("fairbridge.shared", "../shared"), "../shared", "../../shared").map(Path::of)
                .filter(path -> Files.isDirectory(path.resolve("contract"))).findFirst();
    }
}
