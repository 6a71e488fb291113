package io.fairbridge.notification;

import io.fairbridge.platform.UserError;
import java.util.List;

record MarkNotificationsReadPayload(int unreadNotificationCount, List<UserError> errors) {
}
