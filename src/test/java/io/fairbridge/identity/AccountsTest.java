package io.fairbridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.testing.Api;
import io.fairbridge.testing.Api.Reply;
import io.fairbridge.testing.Marketplace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class AccountsTest extends Marketplace {

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityProperties properties;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void givenANewcomer_whenSigningUp_thenTheSessionIsThatOfTheNewAccount() {
        var email = address();

        var reply = signUp(anybody(), Map.of("email", email.toUpperCase(Locale.ROOT), "password", PASSWORD, "displayName", " 李伟 ", "locale", "zh-Hant-TW"));
        var me = viewer(anybody().with(reply.text("/signUp/session/accessToken")));

        assertThat(reply.problems()).isEmpty();
        assertThat(me.text("/viewer/email")).isEqualTo(email);
        assertThat(me.text("/viewer/displayName")).isEqualTo("李伟");
        assertThat(me.text("/viewer/locale")).isEqualTo("zh-CN");
        assertThat(me.at("/viewer/administrator").asBoolean()).isFalse();
    }

    @Test
    void givenAnInputFullOfMistakes_whenSigningUp_thenEachIsTold() {
        var reply = signUp(anybody(), Map.of("email", "nobody@nowhere", "password", "short", "displayName", "x".repeat(81)));

        assertThat(reply.problems()).containsExactlyInAnyOrder("INVALID email", "TOO_SHORT password", "TOO_LONG displayName");
        assertThat(reply.at("/signUp/session").isNull()).isTrue();
    }

    @Test
    void givenNothing_whenSigningUp_thenEachValueIsAskedForInChinese() {
        var reply = signUp(anybody().reading("zh"), Map.of("email", " ", "password", "", "displayName", ""));

        assertThat(reply.problems()).containsExactlyInAnyOrder("REQUIRED email", "REQUIRED password", "REQUIRED displayName");
        assertThat(reply.messages()).containsOnly("请填写此项。");
    }

    @Test
    void givenPasswordsAtTheLimits_whenSigningUp_thenCharactersArePeoplesCharacters() {
        assertThat(signUpWith("密码密码密码密码").problems()).isEmpty();
        assertThat(signUpWith("😀".repeat(128)).problems()).isEmpty();
        assertThat(signUpWith("x".repeat(129)).problems()).containsExactly("TOO_LONG password");
        assertThat(signUpWith("😀".repeat(7)).problems()).containsExactly("TOO_SHORT password");
    }

    @Test
    void givenAnAddressInUse_whenSigningUpInOtherLetters_thenItIsTaken() {
        var known = somebody();

        assertThat(signUp(anybody(), Map.of("email", known.email().toUpperCase(Locale.ROOT), "password", PASSWORD, "displayName", "Other")).problems())
                .containsExactly("TAKEN email");
    }

    @Test
    void givenOneAddress_whenEightSignUpAtOnce_thenOneAccountIsOpened() {
        var email = address();

        var replies = atOnce(Collections.nCopies(8, (Callable<List<String>>) () ->
                signUp(anybody(), Map.of("email", email, "password", PASSWORD, "displayName", "Me")).problems()));

        assertThat(replies.stream().filter(List::isEmpty)).hasSize(1);
        assertThat(replies.stream().filter(problems -> !problems.isEmpty())).containsOnly(List.of("TAKEN email"));
    }

    @Test
    void givenAnAccount_whenSigningInInOtherLetters_thenItIsTheSame() {
        var known = somebody();

        var again = signIn(" " + known.email().toUpperCase(Locale.ROOT) + " ", PASSWORD);

        assertThat(again.text("/signIn/viewer/id")).isEqualTo(known.id());
    }

    @Test
    void givenAWrongPasswordOrAnUnknownAddress_whenSigningIn_thenTheRefusalIsTheSame() {
        var known = somebody();

        var wrong = signIn(known.email(), "not the pass phrase");
        var unknown = signIn(address(), PASSWORD);
        var endless = signIn(known.email(), "x".repeat(10_000));

        assertThat(wrong.problems()).containsExactly("BAD_CREDENTIALS");
        assertThat(List.of(unknown.body(), endless.body())).containsOnly(wrong.body());
    }

    @Test
    void givenASession_whenRenewed_thenTheNewTokenWorks() {
        var me = somebody();

        var renewed = renew(me.api());

        assertThat(renewed.problems()).isEmpty();
        assertThat(viewer(anybody().with(renewed.text("/renewSession/session/accessToken"))).text("/viewer/id")).isEqualTo(me.id());
    }

    @Test
    void givenATokenWhoseTimeIsOver_whenUsed_thenItIsRefused() {
        var me = somebody();
        var token = tokensAt(Instant.now().minus(properties.tokenLifetime()).minusSeconds(2)).issue(account(me)).accessToken();

        var refused = anybody().with(token).ask("{ viewer { id } }");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.codes()).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void givenATokenThatWasTamperedWith_whenUsed_thenItIsRefused() {
        var token = somebody().api().token();
        var parts = token.split("\\.");
        var other = somebody().api().token().split("\\.");

        assertThat(anybody().with(parts[0] + "." + other[1] + "." + parts[2]).ask("{ viewer { id } }").status()).isEqualTo(401);
        assertThat(anybody().with("nonsense").ask("{ viewer { id } }").status()).isEqualTo(401);
    }

    @Test
    void givenASessionThatBeganTooLongAgo_whenRenewed_thenItIsAConflict() {
        var me = somebody();
        var begin = Instant.now().minus(properties.sessionLifetime()).minus(Duration.ofMinutes(1));
        var first = tokensAt(begin).issue(account(me));
        var decoder = NimbusJwtDecoder.withSecretKey(tokensAt(begin).key()).build();
        decoder.setJwtValidator(any -> org.springframework.security.oauth2.core.OAuth2TokenValidatorResult.success());
        var last = tokensAt(Instant.now().minus(Duration.ofMinutes(2))).renew(account(me), decoder.decode(first.accessToken())).orElseThrow();

        var refused = renew(anybody().with(last.accessToken()));

        assertThat(refused.problems()).containsExactly("CONFLICT");
    }

    @Test
    void givenNobodySignedIn_whenAskingForTheViewer_thenThereIsNoneAndRenewingAsksToSignIn() {
        assertThat(viewer(anybody()).at("/viewer").isNull()).isTrue();
        assertThat(renew(anybody()).codes()).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void givenAdministratorsInTheSettings_whenStarted_thenTheyAdministerAndSignInWithThatPassword() {
        var email = address();

        new FirstAdministrator(accounts, email.toUpperCase(Locale.ROOT), PASSWORD).run(null);
        var me = viewer(signedIn(email).api());

        assertThat(me.at("/viewer/administrator").asBoolean()).isTrue();
    }

    @Test
    void givenAnAccountThatTheSettingsMakeAdministrator_whenStarted_thenItKeepsItsIdAndTheSettingsPasswordCounts() {
        var known = somebody();

        new FirstAdministrator(accounts, known.email(), "another pass phrase").run(null);

        assertThat(viewer(known.api()).at("/viewer/administrator").asBoolean()).isTrue();
        assertThat(signIn(known.email(), PASSWORD).problems()).containsExactly("BAD_CREDENTIALS");
        assertThat(signIn(known.email(), "another pass phrase").text("/signIn/viewer/id")).isEqualTo(known.id());
    }

    @Test
    void givenAnothersId_whenAskedForByNode_thenThereIsNothing() {
        var me = somebody();
        var other = somebody();
        var document = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Viewer { email } } }";

        var mine = me.api().ask(document, "ids", List.of(me.id(), other.id())).clean();
        var nobodys = anybody().ask(document, "ids", List.of(me.id())).clean();

        assertThat(mine.text("/nodes/0/email")).isEqualTo(me.email());
        assertThat(mine.at("/nodes/1").isNull()).isTrue();
        assertThat(nobodys.at("/nodes/0").isNull()).isTrue();
    }

    @Test
    void givenIdsThatAreNone_whenAskedForByNode_thenThereIsNothing() {
        var ids = List.of("", "x", "💥", "Vmlld2Vy", "Vmlld2VyOg", "Tm90aGluZzox", "x".repeat(5_000), "T2ZmZXJpbmc6eyRuZTogMX0");

        var reply = somebody().api().ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "ids", ids).clean();

        assertThat(reply.at("/nodes").valueStream()).hasSize(ids.size()).allMatch(node -> node.isNull());
    }

    private Tokens tokensAt(Instant time) {
        return new Tokens(mongo, properties, Clock.fixed(time, ZoneOffset.UTC));
    }

    private Account account(Person person) {
        return accounts.find(local(person)).orElseThrow();
    }

    private static String address() {
        return "n" + UUID.randomUUID() + "@example.com";
    }

    private Reply signUpWith(String password) {
        return signUp(anybody(), Map.of("email", address(), "password", password, "displayName", "Me"));
    }

    private static Reply signUp(Api api, Map<String, ?> input) {
        return api.ask("""
                mutation($input: SignUpInput!) { signUp(input: $input) { session { accessToken expiresAt } viewer { id } errors { code message path } } }
                """, "input", new LinkedHashMap<>(input));
    }

    private Reply signIn(String email, String password) {
        return anybody().ask("""
                mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken } viewer { id } errors { code message path } } }
                """, "input", Map.of("email", email, "password", password));
    }

    private static Reply renew(Api api) {
        return api.ask("mutation { renewSession { session { accessToken } errors { code message path } } }");
    }

    private static Reply viewer(Api api) {
        return api.ask("{ viewer { id email displayName locale administrator } }").clean();
    }
}
