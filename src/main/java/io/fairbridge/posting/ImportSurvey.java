package io.fairbridge.posting;

import io.fairbridge.posting.importing.ImportDecision;
import io.fairbridge.posting.importing.ImportRow;
import io.fairbridge.posting.importing.ImportRow.FileNote;
import io.fairbridge.posting.importing.ImportRow.ImportedPosting;
import io.fairbridge.posting.importing.ImportRow.RejectedRow;
import io.fairbridge.posting.importing.ImportRow.SkippedRow;
import io.fairbridge.posting.importing.RowProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The first reading of a file: whether it can be read to its end, and which row has the last word on each reference.
final class ImportSurvey implements Consumer<ImportRow> {

    private record Word(int row, Source source) {
    }

    private final Map<String, Word> last = new HashMap<>();
    private @Nullable RowProblem refusal;

    @Override
    public void accept(ImportRow row) {
        switch (row) {
            case ImportedPosting imported -> hear(new Word(imported.row(), imported.source()));
            case SkippedRow skipped -> {
                if (skipped.cancelled() != null) {
                    hear(new Word(skipped.row(), skipped.cancelled()));
                }
            }
            case FileNote note -> refusal = note.fatal() ? note.problems().getFirst() : refusal;
            case RejectedRow _ -> { }
        }
    }

    private void hear(Word word) {
        last.merge(word.source.reference(), word, (before, next) -> replaces(next.source, before.source) ? next : before);
    }

    /// Why nothing of the file may be kept.
    Optional<RowProblem> refusal() {
        return Optional.ofNullable(refusal);
    }

    boolean hasTheLastWord(int row, Source source) {
        var word = last.get(source.reference());
        return word != null && word.row == row;
    }

    /// Whether an incoming source replaces a known one of the same reference.
    static boolean replaces(Source incoming, @Nullable Source known) {
        return known == null || ImportDecision.decide(known, incoming, false) == ImportDecision.UPDATED;
    }
}
