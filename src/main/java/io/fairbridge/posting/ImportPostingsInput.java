package io.fairbridge.posting;

import io.fairbridge.posting.importing.ImportFormat;
import org.jspecify.annotations.Nullable;

record ImportPostingsInput(
        String organisationId, PostingKind kind, ImportFormat format, String uploadId, @Nullable Boolean dryRun) {

    boolean isDryRun() {
        return dryRun != null && dryRun;
    }
}
