package io.fairbridge.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of a connection is asked for, and from where.
///
/// @param first 1 to 100
/// @param after content of the cursor after which the page begins; null is from the start
public record PageRequest(int first, @Nullable String after) {

    public static final int DEFAULT = 20;
    public static final int LIMIT = 100;

    /// Reads the arguments of a connection field.
    ///
    /// @throws BadRequest when `first` is out of range or `after` is no cursor
    public static PageRequest of(@Nullable Integer first, @Nullable String after) {
        int size = first == null ? DEFAULT : first;
        if (size < 0 || size > LIMIT) {
            throw new BadRequest("`first` must be 0 to " + LIMIT + ".");
        }
        return new PageRequest(size, after == null ? null : decode(after));
    }

    /// Cursors are opaque: clients must not build them.
    public static String cursor(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    /// What a cursor holds; empty when the text is none.
    public static Optional<String> content(String cursor) {
        try {
            return cursor.length() > 1_000
                    ? Optional.empty()
                    : Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String decode(String cursor) {
        return content(cursor).orElseThrow(PageRequest::badCursor);
    }

    public static BadRequest badCursor() {
        return new BadRequest("`after` is not a cursor of this connection.");
    }

    public Optional<String> start() {
        return Optional.ofNullable(after);
    }
}
