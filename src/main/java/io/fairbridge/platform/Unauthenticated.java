package io.fairbridge.platform;

/// Nobody is signed in, or the token is no longer valid.
public class Unauthenticated extends RuntimeException {

    public Unauthenticated() {
        super("Sign in first.");
    }
}
