package io.fairbridge.identity;

import io.fairbridge.identity.Accounts.SignedIn;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.NodeSource;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.Unauthenticated;
import io.fairbridge.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Controller;

@Controller
class IdentityController implements NodeSource {

    private final Accounts accounts;

    IdentityController(Accounts accounts) {
        this.accounts = accounts;
    }

    @QueryMapping
    @Nullable Account viewer(@ContextValue Viewer viewer) {
        return viewer.isSignedIn() ? accounts.find(viewer.signedIn()).orElse(null) : null;
    }

    @MutationMapping
    SessionPayload signUp(@Argument SignUpInput input, @ContextValue Viewer viewer) {
        return payload(accounts.signUp(input, viewer.locale()));
    }

    @MutationMapping
    SessionPayload signIn(@Argument SignInInput input) {
        return payload(accounts.signIn(input));
    }

    @MutationMapping
    SessionPayload renewSession(@ContextValue Viewer viewer) {
        var account = accounts.find(viewer.signedIn()).orElseThrow(Unauthenticated::new);
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return payload(accounts.renew(account, token.getToken()));
        }
        throw new Unauthenticated();
    }

    private static SessionPayload payload(Outcome<SignedIn> outcome) {
        return outcome.fold(
                signedIn -> new SessionPayload(signedIn.session(), signedIn.account(), List.of()),
                errors -> new SessionPayload(null, null, errors));
    }

    @Override
    public Set<String> types() {
        return Set.of(Account.TYPE);
    }

    /// One sees oneself only.
    @Override
    public Map<String, ? extends GlobalNode> find(String type, Collection<String> locals, Viewer viewer) {
        return viewer.isSignedIn() && locals.contains(viewer.signedIn())
                ? accounts.find(viewer.signedIn()).map(account -> Map.of(account.id(), account)).orElse(Map.of())
                : Map.of();
    }
}
