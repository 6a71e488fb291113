package io.fairbridge.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of accounts and sessions.
///
/// @param tokenLifetime   how long an access token is good for
/// @param sessionLifetime how long a session can be renewed after its sign-in
/// @param hashing         passwords hashed at the same time; each takes 19 MB for some 30 ms
/// @param hashingWait     how long a sign-in waits for its turn before it is told to come back
@ConfigurationProperties("fairbridge.identity")
record IdentityProperties(
        @DefaultValue("1h") Duration tokenLifetime,
        @DefaultValue("30d") Duration sessionLifetime,
        @DefaultValue("4") int hashing,
        @DefaultValue("5s") Duration hashingWait) {
}
