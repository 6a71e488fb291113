package io.fairbridge.identity;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/// Issues access tokens: JWTs signed with a key that all nodes find in MongoDB.
@Component
class Tokens {

    static final String ISSUER = "fairbridge";
    static final String SCOPE_ADMINISTRATOR = "admin";
    private static final String SESSION_START = "auth_time";

    private final SecretKey key;
    private final JwtEncoder encoder;
    private final IdentityProperties properties;
    private final Clock clock;

    Tokens(MongoTemplate mongo, IdentityProperties properties, Clock clock) {
        this.key = signingKey(mongo);
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<SecurityContext>(key));
        this.properties = properties;
        this.clock = clock;
    }

    SecretKey key() {
        return key;
    }

    /// A token for an account that has just proved who it is.
    Session issue(Account account) {
        return issue(account, clock.instant());
    }

    /// A fresh token for a session that goes on; empty when its sign-in is too long ago.
    Optional<Session> renew(Account account, Jwt current) {
        var start = Optional.ofNullable(current.getClaimAsInstant(SESSION_START)).orElse(Instant.EPOCH);
        return clock.instant().isAfter(start.plus(properties.sessionLifetime()))
                ? Optional.empty()
                : Optional.of(issue(account, start));
    }

    private Session issue(Account account, Instant sessionStart) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(properties.tokenLifetime());
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(account.id())
                .issuedAt(now)
                .expiresAt(expiresAt)
                .claim(SESSION_START, sessionStart.getEpochSecond())
                .claim("scope", account.administrator() ? SCOPE_ADMINISTRATOR : "")
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return new Session(encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), expiresAt);
    }

    /// The first node to start makes the key; whoever comes second finds it.
    private static SecretKey signingKey(MongoTemplate mongo) {
        var settings = mongo.getCollection("settings");
        var id = new Document("_id", "token-signing-key");
        var known = settings.find(id).first();
        if (known == null) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            try {
                mongo.insert(new Document(id).append("value", Base64.getEncoder().encodeToString(fresh)), "settings");
            } catch (DuplicateKeyException othersWereFirst) {
                // read below
            }
            known = settings.find(id).first();
        }
        if (known == null) {
            throw new IllegalStateException("The token signing key could not be kept");
        }
        return new SecretKeySpec(Base64.getDecoder().decode(known.getString("value")), "HmacSHA256");
    }
}
