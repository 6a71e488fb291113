package io.fairbridge.platform;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who asks. Passed along explicitly, never read from a thread.
///
/// @param accountId     the signed-in account; null for a caller without a token
/// @param administrator whether the account administers the platform
/// @param locale        language for messages
public record Viewer(@Nullable String accountId, boolean administrator, Locale locale) {

    /// Key in the GraphQL context.
    public static final String CONTEXT_KEY = "viewer";

    public static Viewer anonymous(Locale locale) {
        return new Viewer(null, false, locale);
    }

    public boolean isSignedIn() {
        return accountId != null;
    }

    /// The signed-in account's id.
    ///
    /// @throws Unauthenticated when nobody is signed in
    public String signedIn() {
        return Optional.ofNullable(accountId).orElseThrow(Unauthenticated::new);
    }
}
