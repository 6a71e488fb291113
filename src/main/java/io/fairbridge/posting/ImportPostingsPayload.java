package io.fairbridge.posting;

import io.fairbridge.platform.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ImportPostingsPayload(@Nullable ImportReport report, List<UserError> errors) {
}
