package io.fairbridge.identity;

import io.fairbridge.platform.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Payload of `signUp`, `signIn` and `renewSession`.
record SessionPayload(@Nullable Session session, @Nullable Account viewer, List<UserError> errors) {
}
