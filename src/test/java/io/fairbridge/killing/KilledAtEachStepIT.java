package io.fairbridge.killing;

import static io.fairbridge.posting.PostingKind.DEMAND;
import static io.fairbridge.posting.PostingKind.OFFERING;
import static io.fairbridge.testing.Listing.appWanted;
import static io.fairbridge.testing.Listing.appsOffered;
import static io.fairbridge.testing.Marketplace.firm;
import static io.fairbridge.testing.Marketplace.newcomer;
import static io.fairbridge.testing.Marketplace.publish;
import static io.fairbridge.testing.Marketplace.published;
import static io.fairbridge.testing.Marketplace.search;
import static io.fairbridge.testing.Trades.inbox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fairbridge.posting.PostingKind;
import io.fairbridge.testing.Api;
import io.fairbridge.testing.Marketplace.Firm;
import io.fairbridge.testing.Marketplace.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole application, killed at every step of a posting's way and started again on the same folder.
@EnabledOnOs(OS.LINUX)
class KilledAtEachStepIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void givenAcknowledgedPostings_whenKilledAtEachStepInTurn_thenAllIsFoundMatchedAndToldOnce() throws Exception {
        Firm exporter;
        Firm buyer;
        String[] offerings = new String[3];
        String[] demands = new String[2];
        try (var first = Child.start(folder)) {
            first.awaitUp();
            exporter = firm(newcomer(first.api()), "CN", "EXPORTER");
            buyer = firm(newcomer(first.api()), "SG", "BUYER");
            watch(buyer.api(), exporter);
            demands[0] = published(buyer, appWanted());
            await().atMost(SOON).until(() -> found(first.api(), DEMAND, buyer).contains(demands[0]));

            point(KillPoints.BEFORE_INDEXING, "hold");
            offerings[0] = published(exporter, appsOffered());
            offerings[1] = published(exporter, appsOffered().with("title", "手机应用开发"));
            demands[1] = published(buyer, appWanted().with("title", "A mobile app for our restaurants"));
            point(KillPoints.BEFORE_SAVING, "halt");
            assertThatThrownBy(() -> publish(exporter, appsOffered().with("clientMutationId", "unanswered"))).isInstanceOf(IllegalStateException.class);
            assertThat(first.awaitExit()).isEqualTo(137);
        }
        Files.delete(folder.resolve(KillPoints.BEFORE_SAVING));
        Files.delete(folder.resolve(KillPoints.BEFORE_INDEXING));
        for (var point : Child.points()) {
            point(point, "halt");
            try (var child = Child.start(folder)) {
                assertThat(child.awaitExit()).as(point).isEqualTo(137);
            }
            Files.delete(folder.resolve(point));
        }
        try (var last = Child.start(folder)) {
            last.awaitUp();
            var supplier = at(last, exporter);
            var customer = at(last, buyer);
            offerings[2] = published(supplier, appsOffered().with("clientMutationId", "unanswered"));
            await().atMost(SOON).until(() -> last.outboxDepth() == 0);

            assertThat(found(last.api(), OFFERING, exporter)).containsExactlyInAnyOrder(offerings);
            assertThat(found(last.api(), DEMAND, buyer)).containsExactlyInAnyOrder(demands);
            for (var side : List.of(supplier, customer)) {
                assertThat(pairs(side.api())).hasSize(6);
                assertThat(new TreeSet<>(pairs(side.api()))).hasSize(6);
            }
            assertThat(hits(customer.api())).containsExactlyInAnyOrder(offerings);
            assertElasticsearchMayStandStill(last, supplier);
        }
    }

    private static void assertElasticsearchMayStandStill(Child child, Firm exporter) throws Exception {
        child.signalElasticsearch("STOP");
        String late;
        try {
            late = published(exporter, appsOffered().with("title", "Published while the index is away"));
            var begin = Instant.now();
            var refused = search(child.api(), OFFERING, "app", Map.of(), null, 10, null);
            assertThat(refused.codes()).containsExactly("UNAVAILABLE");
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(child.api().ask("query($id: ID!) { node(id: $id) { id } }", "id", late).clean().text("/node/id")).isEqualTo(late);
        } finally {
            child.signalElasticsearch("CONT");
        }
        await().atMost(SOON).until(() -> found(child.api(), OFFERING, exporter).contains(late));
        await().atMost(SOON).until(() -> pairs(exporter.api()).size() == 8);
    }

    private void point(String name, String what) throws IOException {
        var unfinished = Files.writeString(folder.resolve("unfinished"), what);
        Files.move(unfinished, folder.resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static Firm at(Child child, Firm firm) {
        return new Firm(firm.id(), new Person(firm.owner().id(), firm.owner().email(), child.api().with(firm.api().token())));
    }

    private static void watch(Api api, Firm exporter) {
        assertThat(api.ask("mutation($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { id } errors { code path } } }",
                "input", Map.of("name", "Theirs", "kind", "OFFERING", "filter", Map.of("organisationId", exporter.id()))).problems()).isEmpty();
    }

    private static List<String> found(Api api, PostingKind kind, Firm firm) {
        return search(api, kind, null, Map.of("organisationId", firm.id()), null, 100, null).at("/found/edges").valueStream()
                .map(edge -> edge.at("/node/id").asString()).toList();
    }

    private static List<String> pairs(Api api) {
        return news(api, "MatchNotification").stream().map(news -> news.at("/match/id").asString()).toList();
    }

    private static List<String> hits(Api api) {
        return news(api, "SavedSearchNotification").stream().map(news -> news.at("/posting/id").asString()).toList();
    }

    private static List<JsonNode> news(Api api, String type) {
        return inbox(api).stream().filter(news -> news.path("__typename").asString().equals(type)).toList();
    }
}
