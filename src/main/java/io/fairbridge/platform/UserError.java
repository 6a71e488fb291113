package io.fairbridge.platform;

import java.util.ArrayList;
import java.util.List;

/// One problem that a caller can solve. The message is said when it is read, in the reader's language.
///
/// @param messageKey key in `messages_*.properties`, without the prefix `error.`
/// @param arguments  what the message mentions: limits, values
/// @param path       the input field concerned, from the input inward
public record UserError(UserErrorCode code, String messageKey, List<Object> arguments, List<String> path) {

    public UserError {
        arguments = List.copyOf(arguments);
        path = List.copyOf(path);
    }

    public static UserError of(UserErrorCode code, String messageKey, Object... arguments) {
        return new UserError(code, messageKey, List.of(arguments), List.of());
    }

    public static UserError notFound(String... path) {
        return of(UserErrorCode.NOT_FOUND, "notFound").at(path);
    }

    public static UserError forbidden(String... path) {
        return of(UserErrorCode.FORBIDDEN, "forbidden").at(path);
    }

    /// The same problem at this place.
    public UserError at(String... place) {
        return new UserError(code, messageKey, arguments, List.of(place));
    }

    /// The same problem, seen from a value that holds the place under this name.
    public UserError within(String outer) {
        var whole = new ArrayList<String>();
        whole.add(outer);
        whole.addAll(path);
        return new UserError(code, messageKey, arguments, whole);
    }
}
