package io.fairbridge.posting.importing;

import org.jspecify.annotations.Nullable;

/// A file that cannot be read on. Never leaves the package: it becomes a [ImportRow.FileNote].
final class ImportException extends RuntimeException {

    private final transient RowProblem problem;

    ImportException(ProblemCode code, Object... args) {
        this(null, code, args);
    }

    ImportException(@Nullable String column, ProblemCode code, Object... args) {
        super(code.name(), null, false, false);
        this.problem = RowProblem.of(0, column, code, args);
    }

    RowProblem problem() {
        return problem;
    }
}
