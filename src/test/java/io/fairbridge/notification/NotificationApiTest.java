package io.fairbridge.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairbridge.identity.Account;
import io.fairbridge.identity.Accounts;
import io.fairbridge.matching.MatchFound;
import io.fairbridge.matching.MatchesFound;
import io.fairbridge.organisation.CreateOrganisationInput;
import io.fairbridge.organisation.Member;
import io.fairbridge.organisation.MembershipRole;
import io.fairbridge.organisation.Organisation;
import io.fairbridge.organisation.OrganisationCapacity;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.graphql.SocketClient;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.search.SavedSearchHit;
import io.fairbridge.search.SavedSearchHits;
import io.fairbridge.testing.FairbridgeTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

@FairbridgeTest
class NotificationApiTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "a long enough password";

    /// As clients send it.
    private static final String FIELDS = """
            fragment NotificationFields on Notification {
              __typename
              id
              cursor
              createdAt
              readAt
              title(language: "en")
              ... on MatchNotification { match { id score offering { id } demand { id } } }
              ... on SavedSearchNotification { savedSearch { id } posting { id } }
              ... on AnnouncementNotification { announcement { id title } }
            }
            """;
    private static final String RECEIVED = "subscription NotificationReceived($after: String) { notificationReceived(after: $after) { ...NotificationFields } }" + FIELDS;
    private static final String INBOX = """
            query Notifications($first: Int, $after: String, $unreadOnly: Boolean) {
              viewer {
                unreadNotificationCount
                notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
                  edges { cursor node { ...NotificationFields } }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
            """ + FIELDS;
    private static final String MARK = """
            mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
              markNotificationsRead(input: $input) { unreadNotificationCount errors { code message path } }
            }
            """;
    private static final String ANNOUNCE = """
            mutation($input: AnnounceInput!) {
              announce(input: $input) { announcement { id zh: title(language: "zh") fr: title(language: "fr") body(language: "en") recipientCount } errors { code path } }
            }
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Inboxes inboxes;

    @Autowired
    private LiveFeed feed;

    @Autowired
    private Announcements announcements;

    @Autowired
    private AnnouncementRepository kept;

    @Autowired
    private ApplicationEventPublisher events;

    private Person seller;
    private Person buyer;
    private Person broker;
    private Person stranger;
    private Organisation exporter;
    private Organisation importer;

    /// An account and its way to the API.
    private record Person(Account account, String token, GraphQlTester api) {

        int unread() {
            return api.document("{ viewer { unreadNotificationCount } }").execute().path("viewer.unreadNotificationCount").entity(Integer.class).get();
        }

        GraphQlTester.Response inbox(int first, @Nullable String after, boolean unreadOnly) {
            var request = api.document(INBOX).variable("first", first).variable("unreadOnly", unreadOnly);
            return (after == null ? request : request.variable("after", after)).execute();
        }

        List<String> titles(int first) {
            return inbox(first, null, false).path("viewer.notifications.edges[*].node.title").entityList(String.class).get();
        }

        List<String> ids(int first) {
            return inbox(first, null, false).path("viewer.notifications.edges[*].node.id").entityList(String.class).get();
        }

        GraphQlTester.Response mark(Map<String, ?> input) {
            return api.document(MARK).variable("input", input).execute();
        }
    }

    @BeforeEach
    void people() {
        seller = person(false);
        buyer = person(false);
        broker = person(false);
        stranger = person(false);
        exporter = organisation("Silk Road Soft", OrganisationCapacity.EXPORTER, seller, broker);
        importer = organisation("Alpine Clinics", OrganisationCapacity.BUYER, buyer, broker);
    }

    @Test
    void givenAMatch_whenFoundAndFoundAgain_thenEachMemberOfBothSidesIsToldOnceInTheirOwnWords() {
        var match = match("影像诊断软件", "Imaging software for clinics");

        tell(match);
        tell(match);

        assertThat(seller.titles(10)).containsExactly("New match, 82 points: the demand “Imaging software for clinics” looks for your offering “影像诊断软件”");
        assertThat(buyer.titles(10)).containsExactly("New match, 82 points: “影像诊断软件” for your demand “Imaging software for clinics”");
        assertThat(broker.titles(10)).containsExactly("New match, 82 points: your offering “影像诊断软件” fits your demand “Imaging software for clinics”");
        assertThat(Stream.of(seller, buyer, broker).map(Person::unread)).containsOnly(1);
        assertThat(stranger.unread()).isZero();
    }

    @Test
    void givenAChineseReader_whenTitlesAreAsked_thenTheyAreChinese() {
        tell(match("影像诊断软件", "Imaging software"));
        tell(hit(buyer));

        buyer.api.document("{ viewer { notifications { edges { node { title(language: \"zh-Hant\") } } } } }").execute()
                .path("viewer.notifications.edges[*].node.title").entityList(String.class)
                .containsExactly("您保存的搜索“影像”有新的服务：“影像诊断软件”", "新匹配（82 分）：“影像诊断软件”适合您的需求“Imaging software”");
    }

    @Test
    void givenManyMatchesAtOnce_whenFoundAgainWithOneMore_thenOnlyThatOneIsNew() {
        var first = match("one", "two");
        var second = match("three", "four");
        events.publishEvent(new MatchesFound(List.of(first, second)));

        events.publishEvent(new MatchesFound(List.of(second, match("five", "six"), first)));

        assertThat(buyer.titles(10)).hasSize(3).doesNotHaveDuplicates();
        assertThat(seller.unread()).isEqualTo(3);
    }

    @Test
    void givenNotifications_whenFetchedById_thenOnlyTheirRecipientGetsThem() {
        tell(match("one", "two"));
        var id = buyer.ids(1).getFirst();
        var node = "query($id: ID!) { node(id: $id) { id ... on MatchNotification { times { postedAt matchedAt deliveredAt seenAt } } } }";

        buyer.api.document(node).variable("id", id).execute()
                .path("node.id").entity(String.class).isEqualTo(id)
                .path("node.times.postedAt").entity(String.class).isEqualTo("2026-11-22T08:00:00Z")
                .path("node.times.seenAt").valueIsNull();
        stranger.api.document(node).variable("id", id).execute().path("node").valueIsNull();
        seller.api.document(node).variable("id", id).execute().path("node").valueIsNull();
    }

    @Test
    void givenAMatch_whenReadInTheInbox_thenItsDeliveryIsKeptAndTheFirstTimeStays() {
        tell(match("one", "two"));
        var delivered = "{ viewer { notifications { edges { node { ... on MatchNotification { times { deliveredAt seenAt } } } } } } }";

        var first = buyer.api.document(delivered).execute().path("viewer.notifications.edges[0].node.times.deliveredAt").entity(String.class).get();

        buyer.mark(Map.of("ids", buyer.ids(1)));
        await().atMost(SOON).untilAsserted(() -> assertThat(inboxes.find(buyer.account.id()).unread()).isZero());
        buyer.api.document(delivered).execute()
                .path("viewer.notifications.edges[0].node.times.deliveredAt").entity(String.class).isEqualTo(first)
                .path("viewer.notifications.edges[0].node.times.seenAt").hasValue();
    }

    @Test
    void givenAnOpenSocket_whenAMatchIsFound_thenItComesAndComesOnceAfterAResume() {
        try (var socket = socket(buyer); var resumed = socket(buyer)) {
            socket.subscribe("live", RECEIVED);
            await().atMost(SOON).until(() -> subscribed(buyer));
            tell(match("one", "two"));
            var first = socket.next("next").at("/payload/data/notificationReceived");
            tell(match("three", "four"));
            socket.next("next");

            resumed.subscribe("again", RECEIVED, Map.of("after", first.path("cursor").asString()));

            assertThat(first.path("__typename").asString()).isEqualTo("MatchNotification");
            assertThat(first.path("readAt").isNull()).isTrue();
            assertThat(resumed.next("next").at("/payload/data/notificationReceived/title").asString()).contains("three");
        }
    }

    private boolean subscribed(Person person) {
        return feed.nextPlaces().stream().anyMatch(place -> place.accountId().equals(person.account.id()));
    }

    @Test
    void givenNobodySignedIn_whenSubscribing_thenItIsRefused() {
        try (var socket = SocketClient.open(URI.create("ws://127.0.0.1:" + port + "/graphql")).init()) {
            socket.subscribe("live", RECEIVED);

            assertThat(socket.next("error").at("/payload/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void givenReadAndUnreadNotifications_whenListed_thenTheCountIsWhatTheListSays() {
        for (int i = 0; i < 37; i++) {
            tell(hit(buyer));
        }
        var random = new Random();
        for (int i = 0; i < 6; i++) {
            var ids = new ArrayList<>(buyer.ids(100));
            Collections.shuffle(ids, random);
            buyer.mark(Map.of("ids", ids.subList(0, random.nextInt(6))));

            var unread = pages(buyer, true);

            assertThat(unread).hasSize(buyer.unread());
            assertThat(unread).isEqualTo(buyer.inbox(100, null, false).path("viewer.notifications.edges[?(@.node.readAt == null)].node.id").entityList(String.class).get());
            assertThat(pages(buyer, false)).isEqualTo(buyer.ids(100)).hasSize(37);
        }
    }

    private static List<String> pages(Person person, boolean unreadOnly) {
        var ids = new ArrayList<String>();
        String cursor = null;
        boolean more = true;
        while (more) {
            var page = person.inbox(5, cursor, unreadOnly);
            ids.addAll(page.path("viewer.notifications.edges[*].node.id").entityList(String.class).get());
            more = page.path("viewer.notifications.pageInfo.hasNextPage").entity(Boolean.class).get();
            cursor = more ? page.path("viewer.notifications.pageInfo.endCursor").entity(String.class).get() : null;
        }
        return ids;
    }

    @Test
    void givenACursor_whenMarkedUpToIt_thenLaterOnesStayUnreadAndMarkingAgainChangesNothing() {
        for (int i = 0; i < 5; i++) {
            tell(hit(buyer));
        }
        var third = buyer.inbox(3, null, false).path("viewer.notifications.edges[2].cursor").entity(String.class).get();

        buyer.mark(Map.of("upTo", third)).path("markNotificationsRead.unreadNotificationCount").entity(Integer.class).isEqualTo(2);

        var readAt = "viewer.notifications.edges[4].node.readAt";
        var first = buyer.inbox(5, null, false).path(readAt).entity(String.class).get();
        buyer.mark(Map.of("upTo", third)).path("markNotificationsRead.unreadNotificationCount").entity(Integer.class).isEqualTo(2);
        buyer.inbox(5, null, false).path(readAt).entity(String.class).isEqualTo(first);
    }

    @Test
    void givenWrongMarkings_whenSent_thenEachIsToldAndNothingIsMarked() {
        tell(hit(buyer));
        tell(hit(stranger));
        var own = buyer.ids(1).getFirst();
        var others = stranger.ids(1).getFirst();

        problem(Map.of()).path("markNotificationsRead.errors[0].path").entityList(String.class).hasSize(0);
        problem(Map.of("ids", List.of(own), "upTo", "x")).path("markNotificationsRead.errors[0].code").entity(String.class).isEqualTo("INVALID");
        problem(Map.of("ids", List.of(own, others, "rubbish"))).path("markNotificationsRead.errors[*].code").entityList(String.class)
                .containsExactly("NOT_FOUND", "NOT_FOUND");
        problem(Map.of("ids", List.of(own, others))).path("markNotificationsRead.errors[0].path").entityList(String.class).containsExactly("ids", "1");
        problem(Map.of("upTo", new EntryId("x", 2).cursor())).path("markNotificationsRead.errors[0].path").entityList(String.class).containsExactly("upTo");
        assertThat(buyer.unread()).isEqualTo(1);
    }

    private GraphQlTester.Response problem(Map<String, ?> input) {
        var response = buyer.mark(input);
        response.path("markNotificationsRead.unreadNotificationCount").entity(Integer.class).isEqualTo(1);
        return response;
    }

    @Test
    void givenAnAdministrator_whenAnnouncing_thenEveryInboxGetsItInItsLanguage() {
        var administrator = person(true);
        var input = Map.of(
                "title", List.of(Map.of("language", "zh", "text", "展会今日开幕"), Map.of("language", "en", "text", "The fair opens today")),
                "body", List.of(Map.of("language", "en", "text", "Come in.")));

        administrator.api.document(ANNOUNCE).variable("input", input).execute()
                .path("announce.errors").entityList(Object.class).hasSize(0)
                .path("announce.announcement.fr").entity(String.class).isEqualTo("展会今日开幕")
                .path("announce.announcement.recipientCount").entity(Integer.class).satisfies(count -> assertThat(count).isGreaterThanOrEqualTo(5));

        for (var person : List.of(seller, stranger, administrator)) {
            assertThat(person.titles(1)).containsExactly("The fair opens today");
        }
        buyer.api.document("{ viewer { notifications { edges { node { ... on AnnouncementNotification { announcement { body recipientCount } } } } } } }").execute()
                .path("viewer.notifications.edges[0].node.announcement.body").entity(String.class).isEqualTo("Come in.")
                .path("viewer.notifications.edges[0].node.announcement.recipientCount").valueIsNull();
    }

    @Test
    void givenAnybodyElse_whenAnnouncing_thenItIsForbidden() {
        var input = Map.of("title", List.of(Map.of("language", "en", "text", "Buy!")), "body", List.of());

        seller.api.document(ANNOUNCE).variable("input", input).execute()
                .path("announce.announcement").valueIsNull()
                .path("announce.errors[0].code").entity(String.class).isEqualTo("FORBIDDEN");
    }

    @Test
    void givenAnAnnouncementWithMistakes_whenSent_thenAllAreTold() {
        var input = Map.of("title", List.of(), "body", List.of(Map.of("language", "xx", "text", "x".repeat(4_001))));

        person(true).api.document(ANNOUNCE).variable("input", input).execute()
                .path("announce.errors[*].code").entityList(String.class).containsExactly("REQUIRED", "TOO_LONG", "INVALID");
    }

    @Test
    void givenAnAnnouncementThatWasCutOffHalfWay_whenTakenUp_thenEverybodyIsToldOnce() {
        var news = InboxFixture.anAnnouncement();
        var ids = accounts.allIds();
        inboxes.put(ids.subList(0, ids.size() / 2).stream().map(account -> new Message(account, news)).toList());
        kept.add(new Announcement(news.announcementId(), news.title(), List.of(), Instant.EPOCH, "", 0, false));

        announcements.takeUp();

        await().atMost(SOON).until(() -> kept.unfinished().isEmpty());
        assertThat(kept.findAll(Set.of(news.announcementId())).get(news.announcementId()).recipients()).isEqualTo(ids.size());
        assertThat(Stream.of(seller, buyer, broker, stranger).map(Person::unread)).containsOnly(1);
    }

    private void tell(MatchFound match) {
        events.publishEvent(new MatchesFound(List.of(match)));
    }

    private void tell(SavedSearchHit hit) {
        events.publishEvent(new SavedSearchHits(List.of(hit)));
    }

    private MatchFound match(String offering, String demand) {
        return new MatchFound(id(), id(), exporter.id(), importer.id(), offering, demand, 82,
                Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T08:00:00.250Z"));
    }

    private static SavedSearchHit hit(Person person) {
        return new SavedSearchHit(id(), "影像", person.account.id(), id(), PostingKind.OFFERING, "影像诊断软件");
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private Person person(boolean administrator) {
        var email = id() + "@example.org";
        var account = done(accounts.open(email, PASSWORD, "Somebody", Locale.ENGLISH, administrator));
        var token = api("").document("mutation($email: String!, $password: String!) { signIn(input: {email: $email, password: $password}) { session { accessToken } } }")
                .variable("email", email).variable("password", PASSWORD).execute().path("signIn.session.accessToken").entity(String.class).get();
        return new Person(account, token, api(token));
    }

    private GraphQlTester api(String token) {
        var client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port + "/graphql").responseTimeout(SOON)
                .defaultHeaders(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                }).build();
        return HttpGraphQlTester.create(client);
    }

    private SocketClient socket(Person person) {
        return SocketClient.open(URI.create("ws://127.0.0.1:" + port + "/graphql")).init(Map.of("Authorization", "Bearer " + person.token));
    }

    private Organisation organisation(String name, OrganisationCapacity capacity, Person... members) {
        var id = id();
        organisations.restore(id, new CreateOrganisationInput(name, null, "CH", Set.of(capacity), null, null, null),
                Stream.of(members).map(person -> new Member(person.account.id(), MembershipRole.OWNER)).toList(), true);
        return organisations.find(id).orElseThrow();
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, errors -> {
            throw new AssertionError(errors);
        });
    }
}
