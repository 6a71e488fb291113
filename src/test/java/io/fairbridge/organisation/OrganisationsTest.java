package io.fairbridge.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.testing.Api;
import io.fairbridge.testing.Api.Reply;
import io.fairbridge.testing.Marketplace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganisationsTest extends Marketplace {

    @Test
    void givenSomebody_whenFoundingAnOrganisation_thenTheyOwnItAndItsProfileIsPublic() {
        var founder = somebody();

        var id = create(founder.api(), Map.of("name", "丝路软件", "nameTranslations", List.of(Map.of("language", "en", "text", "Silk Road Software")),
                "country", "cn", "capacities", List.of("EXPORTER", "BUYER"), "website", "https://example.com/a?b=1", "description", "软件",
                "languages", List.of("zh", "en"))).text("/createOrganisation/organisation/id");
        var profile = organisation(anybody(), id);

        assertThat(profile.text("/node/name")).isEqualTo("丝路软件");
        assertThat(profile.text("/node/english")).isEqualTo("Silk Road Software");
        assertThat(profile.text("/node/french")).isEqualTo("丝路软件");
        assertThat(profile.text("/node/country")).isEqualTo("CN");
        assertThat(profile.text("/node/verification")).isEqualTo("PENDING");
        assertThat(founder.api().ask("{ viewer { memberships { role organisation { id } } } }").clean().at("/viewer/memberships").toString())
                .isEqualTo("[{\"role\":\"OWNER\",\"organisation\":{\"id\":\"" + id + "\"}}]");
    }

    @Test
    void givenAnInputFullOfMistakes_whenFounding_thenEachIsTold() {
        var wrong = Map.of("name", "x".repeat(201), "country", "XX", "capacities", List.of(), "website", "javascript:alert(1)",
                "description", "x".repeat(4_001), "languages", List.of("zh", "??"),
                "nameTranslations", List.of(Map.of("language", "en", "text", "A"), Map.of("language", "EN-us", "text", " ")));

        assertThat(create(somebody().api(), wrong).problems()).containsExactlyInAnyOrder("TOO_LONG name", "INVALID country", "REQUIRED capacities",
                "INVALID website", "TOO_LONG description", "INVALID languages.1", "REQUIRED nameTranslations.1.text", "INVALID nameTranslations.1.language");
    }

    @Test
    void givenTooManyLanguages_whenFounding_thenBothListsAreRefused() {
        var many = Map.of("name", "N", "country", "CN", "capacities", List.of("BUYER"), "languages", Collections.nCopies(21, "en"),
                "nameTranslations", java.util.stream.Stream.of(java.util.Locale.getISOLanguages()).limit(21).map(code -> Map.of("language", code, "text", "N")).toList());

        assertThat(create(somebody().api(), many).problems()).containsExactlyInAnyOrder("TOO_LONG languages", "TOO_LONG nameTranslations");
    }

    @Test
    void givenNobodySignedIn_whenFounding_thenTheyAreAskedToSignIn() {
        assertThat(create(anybody(), Map.of("name", "N", "country", "CN", "capacities", List.of("BUYER"))).codes()).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void givenAnAdministrator_whenVerifying_thenAllSeeTheDecisionAndOnlyMembersTheNote() {
        var firm = exporter();

        var verified = verify(administrator().api(), firm.id(), "VERIFIED", "By its licence");

        assertThat(verified.problems()).isEmpty();
        assertThat(organisation(anybody(), firm.id()).text("/node/verification")).isEqualTo("VERIFIED");
        assertThat(organisation(firm.api(), firm.id()).text("/node/verificationNote")).isEqualTo("By its licence");
        assertThat(organisation(exporter().api(), firm.id()).at("/node/verificationNote").isNull()).isTrue();
        assertThat(organisation(anybody(), firm.id()).at("/node/verificationNote").isNull()).isTrue();
    }

    @Test
    void givenSomebodyElse_whenVerifying_thenItIsForbiddenEvenToTheOwner() {
        var firm = exporter();

        assertThat(verify(firm.api(), firm.id(), "VERIFIED", null).problems()).containsExactly("FORBIDDEN");
        assertThat(verify(anybody(), firm.id(), "VERIFIED", null).codes()).containsExactly("UNAUTHENTICATED");
        assertThat(organisation(anybody(), firm.id()).text("/node/verification")).isEqualTo("PENDING");
    }

    @Test
    void givenAnIdThatIsNone_whenVerifying_thenNothingIsFound() {
        assertThat(verify(administrator().api(), "T3JnYW5pc2F0aW9uOm5vbmU", "REJECTED", null).problems()).containsExactly("NOT_FOUND organisationId");
        assertThat(verify(administrator().api(), exporter().id(), "REJECTED", "x".repeat(1_001)).problems()).containsExactly("TOO_LONG note");
    }

    @Test
    void givenOrganisationsToVerify_whenPaged_thenEachComesOnceAndDecidedOnesNoMore() {
        var administrator = administrator().api();
        var one = exporter();
        var other = buyer();

        var before = waiting(administrator);
        verify(administrator, one.id(), "REJECTED", null);
        var after = waiting(administrator);

        assertThat(before).doesNotHaveDuplicates().containsSubsequence(one.id(), other.id());
        assertThat(after).doesNotContain(one.id()).contains(other.id());
    }

    @Test
    void givenSomebodyElse_whenAskingWhoWaits_thenItIsForbidden() {
        assertThat(exporter().api().ask("{ organisationsToVerify { edges { node { id } } } }").codes()).containsExactly("FORBIDDEN");
        assertThat(anybody().ask("{ organisationsToVerify { edges { node { id } } } }").codes()).containsExactly("UNAUTHENTICATED");
    }

    private static List<String> waiting(Api api) {
        var all = new java.util.ArrayList<String>();
        String after = null;
        do {
            var page = api.ask("query($after: String) { organisationsToVerify(first: 7, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }",
                    "after", after).clean();
            page.at("/organisationsToVerify/edges").valueStream().forEach(edge -> all.add(edge.at("/node/id").asString()));
            after = page.at("/organisationsToVerify/pageInfo/hasNextPage").asBoolean() ? page.text("/organisationsToVerify/pageInfo/endCursor") : null;
        } while (after != null);
        return all;
    }

    private static Reply create(Api api, Map<String, ?> input) {
        return api.ask("""
                mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { id } errors { code message path } } }
                """, "input", input);
    }

    private static Reply verify(Api api, String id, String decision, String note) {
        var input = new java.util.HashMap<String, Object>(Map.of("organisationId", id, "decision", decision));
        input.put("note", note);
        return api.ask("""
                mutation($input: VerifyOrganisationInput!) { verifyOrganisation(input: $input) { organisation { id verification } errors { code message path } } }
                """, "input", input);
    }

    private static Reply organisation(Api api, String id) {
        return api.ask("""
                query($id: ID!) { node(id: $id) { ... on Organisation {
                  name english: name(language: "en") french: name(language: "fr") country capacities verification verificationNote } } }
                """, "id", id).clean();
    }
}
