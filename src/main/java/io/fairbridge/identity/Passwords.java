package io.fairbridge.identity;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id as OWASP's Password Storage Cheat Sheet recommends (19 MiB, 2 passes, 1 lane), a few
/// at a time: a wave of sign-ins must not eat the memory.
@Component
class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore turns;
    private final long waitMillis;
    private final String hashOfNobody;

    Passwords(IdentityProperties properties) {
        this.turns = new Semaphore(properties.hashing());
        this.waitMillis = properties.hashingWait().toMillis();
        this.hashOfNobody = encoder.encode("nobody has this password");
    }

    /// How many characters people see.
    static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    /// The hash to keep; empty when too many others are being hashed.
    Optional<String> hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /// Whether the password belongs to the hash; empty when too many others are being checked.
    Optional<Boolean> matches(String password, String hash) {
        return length(password) > LONGEST ? Optional.of(false) : inTurn(() -> encoder.matches(password, hash));
    }

    /// Takes as long as a check for an account that exists, so that time does not tell whether it does.
    Optional<Boolean> matchesNobody(String password) {
        return matches(password, hashOfNobody).map(ignored -> false);
    }

    private <T> Optional<T> inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }
}
