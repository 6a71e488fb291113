package io.fairbridge.notification;

import io.fairbridge.platform.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

record AnnouncePayload(@Nullable Announcement announcement, List<UserError> errors) {
}
