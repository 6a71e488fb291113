package io.fairbridge.demo;

import io.fairbridge.identity.Account;
import io.fairbridge.identity.Accounts;
import io.fairbridge.organisation.CreateOrganisationInput;
import io.fairbridge.organisation.Member;
import io.fairbridge.organisation.MembershipRole;
import io.fairbridge.organisation.OrganisationCapacity;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.platform.LocalisedText;
import io.fairbridge.platform.SupportedLocales;
import io.fairbridge.platform.embedded.EmbeddedMongo;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.Posting;
import io.fairbridge.posting.PostingContent;
import io.fairbridge.posting.PostingFields;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.PostingStatus;
import io.fairbridge.posting.Postings;
import io.fairbridge.posting.PriceInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Fills empty stores with sample data. Everything has a fixed id, and a mark is set at the end: a load that was killed is
/// finished at the next start.
@Component
@Order(0)
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final String PASSWORD = "cloud-expo-2026";
    private static final org.bson.Document MARK = new org.bson.Document("_id", "demo-data");

    private final Accounts accounts;
    private final Organisations organisations;
    private final Postings postings;
    private final MongoTemplate mongo;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean wanted;

    DemoData(
            Accounts accounts, Organisations organisations, Postings postings, MongoTemplate mongo, JsonMapper json, Clock clock,
            Environment environment, ObjectProvider<EmbeddedMongo> embedded) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.postings = postings;
        this.mongo = mongo;
        this.json = json;
        this.clock = clock;
        this.wanted = environment.getProperty("fairbridge.demo", Boolean.class, embedded.getIfAvailable() != null);
    }

    record DemoAccount(String email, String displayName, String locale, List<DemoMembership> memberships, boolean admin) {
    }

    record DemoMembership(String organisation, MembershipRole role) {
    }

    record DemoOrganisation(
            String key, String name, List<LocalisedText.Input> nameTranslations, String country, Set<OrganisationCapacity> capacities,
            @Nullable String website, @Nullable String description, @Nullable List<String> languages, boolean verified) {
    }

    record DemoPosting(
            String key, PostingKind kind, String organisation, String language, String title, String description, String category,
            List<String> markets, Set<DeliveryMode> deliveryModes, List<String> languages, @Nullable PriceInput price,
            @Nullable Integer validForDays, int postedDaysAgo, PostingStatus status) {

        PostingFields fields(Instant posted) {
            return new PostingFields(language, title, description, category, markets, deliveryModes, languages, price,
                    validForDays == null ? null : posted.plus(Duration.ofDays(validForDays)));
        }
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var settings = mongo.getCollection("settings");
        var mark = settings.find(MARK).first();
        boolean halfDone = mark != null && !mark.getBoolean("complete", false);
        if (!wanted || !(halfDone || mark == null && accounts.none())) {
            return;
        }
        mongo.save(new org.bson.Document(MARK).append("complete", false), "settings");
        var ids = organisations(accounts());
        int count = postings(ids);
        mongo.save(new org.bson.Document(MARK).append("complete", true), "settings");
        LOG.info("Sample data loaded: {} organisations, {} postings. Sign in as exporter@, buyer@, organiser@ or admin@fairbridge.example, password {}",
                ids.size(), count, PASSWORD);
    }

    private Map<String, List<Member>> accounts() throws IOException {
        var members = new HashMap<String, List<Member>>();
        try (var file = resource("accounts.json")) {
            for (var one : json.readValue(file, DemoAccount[].class)) {
                var account = accounts.findByEmail(one.email()).orElseGet(() -> open(one));
                for (var membership : one.memberships()) {
                    members.merge(membership.organisation(), List.of(new Member(account.id(), membership.role())),
                            (known, more) -> java.util.stream.Stream.concat(known.stream(), more.stream()).toList());
                }
            }
        }
        return members;
    }

    private Account open(DemoAccount one) {
        return accounts.open(one.email(), PASSWORD, one.displayName(), SupportedLocales.nearest(Locale.forLanguageTag(one.locale())), one.admin())
                .fold(account -> account, errors -> {
                    throw new IllegalStateException("Sample account " + one.email() + ": " + errors);
                });
    }

    private Map<String, String> organisations(Map<String, List<Member>> members) throws IOException {
        var ids = new HashMap<String, String>();
        try (var file = resource("organisations.json")) {
            for (var one : json.readValue(file, DemoOrganisation[].class)) {
                var id = id("organisation", one.key());
                var input = new CreateOrganisationInput(one.name(), one.nameTranslations(), one.country(), one.capacities(), one.website(), one.description(), one.languages());
                organisations.restore(id, input, members.getOrDefault(one.key(), List.of()), one.verified());
                ids.put(one.key(), id);
            }
        }
        return ids;
    }

    private int postings(Map<String, String> organisationIds) throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (var lines = new BufferedReader(new InputStreamReader(resource("postings.jsonl"), StandardCharsets.UTF_8))) {
            var all = lines.lines().filter(line -> !line.isBlank()).map(line -> json.readValue(line, DemoPosting.class))
                    .map(one -> posting(one, organisationIds.get(one.organisation()), now)).toList();
            var known = postings.findAll(all.stream().map(Posting::id).toList());
            postings.restore(all.stream().filter(posting -> !known.containsKey(posting.id())).toList());
            return all.size();
        }
    }

    private Posting posting(DemoPosting one, String organisationId, Instant now) {
        var posted = now.minus(Duration.ofDays(one.postedDaysAgo()));
        PostingContent content = postings.read(one.fields(posted)).fold(checked -> checked, errors -> {
            throw new IllegalStateException("Sample posting " + one.key() + ": " + errors);
        });
        return new Posting(id("posting", one.key()), one.kind(), organisationId, 1, one.status(), content, null, posted, posted,
                one.status() == PostingStatus.DRAFT ? null : posted);
    }

    private static String id(String type, String key) {
        return java.util.UUID.nameUUIDFromBytes(("fairbridge-demo/" + type + "/" + key).getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    }

    private static InputStream resource(String name) {
        return DemoData.class.getResourceAsStream(name);
    }
}
