package io.fairbridge.platform.graphql;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.server.support.BearerTokenAuthenticationExtractor;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.stereotype.Component;

/// Who is behind a socket: the bearer token in `connection_init`, else the one of the handshake, else nobody.
@Component
class SocketSignIn {

    private final BearerTokenAuthenticationExtractor tokens = new BearerTokenAuthenticationExtractor();
    private final JwtAuthenticationProvider provider;

    SocketSignIn(JwtDecoder decoder, ObjectProvider<JwtAuthenticationConverter> converter) {
        this.provider = new JwtAuthenticationProvider(decoder);
        converter.ifAvailable(provider::setJwtAuthenticationConverter);
    }

    /// The caller; empty when there is no token.
    ///
    /// @throws org.springframework.security.core.AuthenticationException when the token is not valid
    Optional<Authentication> signIn(Map<String, Object> payload, @Nullable Object handshakeCaller) {
        var header = payload.getOrDefault("Authorization", payload.get("authorization"));
        return header == null
                ? Optional.ofNullable(handshakeCaller instanceof AbstractOAuth2TokenAuthenticationToken<?> caller ? caller : null)
                : tokens.getAuthentication(Map.of("Authorization", header)).blockOptional().map(provider::authenticate);
    }

    /// When the caller's token ends.
    static Optional<Instant> end(Authentication caller) {
        return caller instanceof AbstractOAuth2TokenAuthenticationToken<?> known
                ? Optional.ofNullable(known.getToken().getExpiresAt())
                : Optional.empty();
    }
}
