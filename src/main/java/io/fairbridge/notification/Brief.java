package io.fairbridge.notification;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is read when it is first asked for and kept for a moment, so that many who ask at once cost one read.
final class Brief<T> {

    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<T> source;
    private @Nullable T value;
    private long readAt;

    Brief(Supplier<T> source) {
        this.source = source;
    }

    /// With a value that is known already.
    Brief(Supplier<T> source, T value) {
        this.source = source;
        keep(value);
    }

    synchronized T get() {
        var kept = value;
        return kept != null && System.nanoTime() - readAt < KEPT_NANOS ? kept : keep(source.get());
    }

    private T keep(T fresh) {
        value = fresh;
        readAt = System.nanoTime();
        return fresh;
    }
}
