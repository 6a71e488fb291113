package io.fairbridge.posting.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to know about one row of a file, to be said in the reader's language by [ImportMessages].
///
/// @param row    position from 1; the header of a table is not counted; 0 is the file itself
/// @param column name of the column as the file writes it, or path of the field; null when the whole row is meant
/// @param args   what the message names: values, places, limits
public record RowProblem(int row, @Nullable String column, ProblemCode code, List<Object> args) {

    public RowProblem {
        args = List.copyOf(args);
    }

    static RowProblem of(int row, @Nullable String column, ProblemCode code, Object... args) {
        return new RowProblem(row, column, code, List.of(args));
    }
}
