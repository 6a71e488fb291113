package io.fairbridge.posting;

import java.util.List;

/// What an import did, or would do in a dry run. The counts of rows sum to `rowCount`.
record ImportReport(
        int rowCount, int createdCount, int updatedCount, int unchangedCount, int skippedCount, int rejectedCount,
        List<ImportProblem> problems) {

    ImportReport {
        problems = List.copyOf(problems);
    }
}
