package io.fairbridge.posting;

import org.jspecify.annotations.Nullable;

record PublishPostingInput(String id, @Nullable Integer expectedRevision) {
}
