package io.fairbridge.posting;

import org.jspecify.annotations.Nullable;

/// Something to know about one row of an imported file, said in the caller's language.
///
/// @param row    position from 1; 0 is the file itself
/// @param column null when the whole row is meant
record ImportProblem(int row, @Nullable String column, String code, String message) {
}
