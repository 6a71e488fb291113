package io.fairbridge.identity;

import java.time.Instant;

/// A signed-in person's bearer token.
public record Session(String accessToken, Instant expiresAt) {

    @Override
    public String toString() {
        return "Session[until " + expiresAt + "]";
    }
}
