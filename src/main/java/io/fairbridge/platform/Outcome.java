package io.fairbridge.platform;

import java.util.List;
import java.util.function.Function;

/// What an action led to: its result, or every reason why nothing was changed.
public sealed interface Outcome<T> {

    /// It was done.
    record Done<T>(T value) implements Outcome<T> {
    }

    /// It was not done, and nothing was changed.
    record Refused<T>(List<UserError> errors) implements Outcome<T> {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(UserError... errors) {
        return new Refused<>(List.of(errors));
    }

    static <T> Outcome<T> refused(List<UserError> errors) {
        return new Refused<>(errors);
    }

    /// Goes on with the result, if there is one.
    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var errors) -> new Refused<>(errors);
        };
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> next) {
        return flatMap(value -> done(next.apply(value)));
    }

    /// Both cases as one value: how a controller makes its payload.
    default <R> R fold(Function<? super T, ? extends R> whenDone, Function<List<UserError>, ? extends R> whenRefused) {
        return switch (this) {
            case Done<T>(var value) -> whenDone.apply(value);
            case Refused<T>(var errors) -> whenRefused.apply(errors);
        };
    }
}
