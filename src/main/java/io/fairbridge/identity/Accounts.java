package io.fairbridge.identity;

import io.fairbridge.platform.IdSource;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.SupportedLocales;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.UserErrorCode;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;

/// People's accounts and their sign-in.
@Service
public class Accounts {

    /// A local part, an at sign and a domain with a dot: the rest is for the mail server to judge.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[^\\s@<>()\\[\\],;:\"\\\\]+\\.[^\\s@.<>()\\[\\],;:\"\\\\]{2,}");
    private static final int EMAIL_LIMIT = 254;
    private static final int NAME_LIMIT = 80;

    private final AccountRepository repository;
    private final Passwords passwords;
    private final Tokens tokens;
    private final IdSource ids;
    private final Clock clock;

    Accounts(AccountRepository repository, Passwords passwords, Tokens tokens, IdSource ids, Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a sign-up or sign-in leads to.
    record SignedIn(Session session, Account account) {
    }

    Outcome<SignedIn> signUp(SignUpInput input, Locale requestLocale) {
        var problems = new Problems();
        var email = email(input.email(), problems);
        checkPassword(input.password(), problems);
        var name = problems.text(input.displayName(), NAME_LIMIT, "displayName");
        var locale = input.locale() == null ? requestLocale : SupportedLocales.nearest(Locale.forLanguageTag(input.locale()));
        if (!problems.none()) {
            return Outcome.refused(problems.found());
        }
        return open(email, input.password(), name, locale, false).map(account -> new SignedIn(tokens.issue(account), account));
    }

    /// Opens an account with values that have been checked.
    public Outcome<Account> open(String email, String password, String displayName, Locale locale, boolean administrator) {
        return passwords.hash(password)
                .map(hash -> new Account(ids.next(), email, hash, displayName, locale, administrator, List.of(), clock.instant()))
                .map(account -> repository.add(account)
                        ? Outcome.done(account)
                        : Outcome.<Account>refused(UserError.of(UserErrorCode.TAKEN, "emailTaken").at("email")))
                .orElseGet(Accounts::busy);
    }

    Outcome<SignedIn> signIn(SignInInput input) {
        var account = repository.findByEmail(normalised(input.email()));
        var matches = account
                .map(known -> passwords.matches(input.password(), known.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(input.password()));
        if (matches.isEmpty()) {
            return busy();
        }
        return account.filter(known -> matches.get())
                .map(known -> Outcome.done(new SignedIn(tokens.issue(known), known)))
                .orElseGet(() -> Outcome.refused(UserError.of(UserErrorCode.BAD_CREDENTIALS, "badCredentials")));
    }

    Outcome<SignedIn> renew(Account account, Jwt current) {
        return tokens.renew(account, current)
                .map(session -> Outcome.done(new SignedIn(session, account)))
                .orElseGet(() -> Outcome.refused(UserError.of(UserErrorCode.CONFLICT, "sessionTooOld")));
    }

    public Optional<Account> find(String id) {
        return repository.find(id);
    }

    public Optional<Account> findByEmail(String email) {
        return repository.findByEmail(normalised(email));
    }

    public List<Account> findAll(Collection<String> ids) {
        return repository.findAll(ids);
    }

    /// Ids of all accounts, in the order of their opening.
    public List<String> allIds() {
        return repository.allIds();
    }

    public boolean none() {
        return repository.isEmpty();
    }

    /// Lets an account find an organisation that lists it as a member.
    public void addOrganisation(String accountId, String organisationId) {
        repository.addOrganisation(accountId, organisationId);
    }

    /// Makes sure that this administrator exists and can sign in with this password.
    void ensureAdministrator(String email, String password) {
        var known = repository.findByEmail(normalised(email));
        if (known.isEmpty()) {
            open(normalised(email), password, "Administrator", SupportedLocales.ENGLISH, true);
        } else if (!known.get().administrator() || !passwords.matches(password, known.get().passwordHash()).orElse(true)) {
            passwords.hash(password).ifPresent(hash -> repository.replace(known.get().asAdministrator(hash)));
        }
    }

    private static String email(String value, Problems problems) {
        var email = normalised(problems.text(value, EMAIL_LIMIT, "email"));
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            problems.add(UserErrorCode.INVALID, "notAnEmail", List.of(), "email");
        }
        return email;
    }

    private static void checkPassword(String password, Problems problems) {
        if (password.isEmpty()) {
            problems.add(UserErrorCode.REQUIRED, "required", List.of(), "password");
        } else if (Passwords.length(password) < Passwords.SHORTEST) {
            problems.add(UserErrorCode.TOO_SHORT, "tooShort", List.of(Passwords.SHORTEST), "password");
        } else if (Passwords.length(password) > Passwords.LONGEST) {
            problems.add(UserErrorCode.TOO_LONG, "tooLong", List.of(Passwords.LONGEST), "password");
        }
    }

    private static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static <T> Outcome<T> busy() {
        return Outcome.refused(UserError.of(UserErrorCode.LIMIT_EXCEEDED, "busy"));
    }
}
