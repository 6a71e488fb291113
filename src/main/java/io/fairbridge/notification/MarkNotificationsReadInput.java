package io.fairbridge.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

record MarkNotificationsReadInput(@Nullable List<String> ids, @Nullable String upTo) {
}
