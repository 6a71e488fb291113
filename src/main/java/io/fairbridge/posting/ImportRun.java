package io.fairbridge.posting;

import io.fairbridge.organisation.Organisation;
import io.fairbridge.platform.UserError;
import io.fairbridge.posting.Postings.Incoming;
import io.fairbridge.posting.Postings.Receipt;
import io.fairbridge.posting.importing.ImportLimits;
import io.fairbridge.posting.importing.ImportRow;
import io.fairbridge.posting.importing.ImportRow.FileNote;
import io.fairbridge.posting.importing.ImportRow.ImportedPosting;
import io.fairbridge.posting.importing.ImportRow.RejectedRow;
import io.fairbridge.posting.importing.ImportRow.SkippedRow;
import io.fairbridge.posting.importing.RowProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The second reading of a file: hands its postings over in batches and counts what becomes of them.
final class ImportRun implements Consumer<ImportRow> {

    private static final int BATCH = 500;

    /// What the posting's own check found, though the reader found nothing.
    record Mistake(int row, UserError error) {
    }

    private final Postings postings;
    private final Organisation owner;
    private final PostingKind kind;
    private final boolean dryRun;
    private final ImportSurvey survey;
    private final List<ImportedPosting> batch = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private int created;
    private int updated;
    private int unchanged;
    private int skipped;
    private int rejected;

    ImportRun(Postings postings, Organisation owner, PostingKind kind, boolean dryRun, ImportSurvey survey) {
        this.postings = postings;
        this.owner = owner;
        this.kind = kind;
        this.dryRun = dryRun;
        this.survey = survey;
    }

    @Override
    public void accept(ImportRow row) {
        note(row.problems());
        switch (row) {
            case ImportedPosting imported when survey.hasTheLastWord(imported.row(), imported.source()) -> take(imported);
            // Another row of the file says something newer of the same tender.
            case ImportedPosting _ -> unchanged++;
            case SkippedRow leftOut -> leave(leftOut);
            case RejectedRow _ -> rejected++;
            case FileNote _ -> { }
        }
    }

    private void note(List<RowProblem> found) {
        found.stream().limit(ImportLimits.PROBLEMS - problems.size()).forEach(problems::add);
    }

    private void take(ImportedPosting row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void leave(SkippedRow row) {
        var cancelled = row.cancelled();
        if (cancelled != null && survey.hasTheLastWord(row.row(), cancelled)
                && postings.recall(owner, kind, cancelled, ImportSurvey::replaces, dryRun)) {
            updated++;
        } else {
            skipped++;
        }
    }

    private void flush() {
        var incoming = batch.stream().map(row -> new Incoming(PostingFields.of(row.content()), row.source())).toList();
        var receipts = postings.receive(owner, kind, incoming, ImportSurvey::replaces, dryRun);
        for (int i = 0; i < receipts.size(); i++) {
            count(batch.get(i).row(), receipts.get(i));
        }
        batch.clear();
    }

    private void count(int row, Receipt receipt) {
        switch (receipt) {
            case Receipt.Taken(var change) -> {
                switch (change) {
                    case CREATED -> created++;
                    case UPDATED -> updated++;
                    case UNCHANGED -> unchanged++;
                }
            }
            case Receipt.Mistaken(var errors) -> {
                rejected++;
                errors.stream().limit(ImportLimits.PROBLEMS - mistakes.size()).forEach(error -> mistakes.add(new Mistake(row, error)));
            }
        }
    }

    /// Keeps what is left and tells what happened.
    ImportReport report(Function<RowProblem, ImportProblem> problem, Function<Mistake, ImportProblem> mistake) {
        if (!batch.isEmpty()) {
            flush();
        }
        var said = Stream.concat(problems.stream().map(problem), mistakes.stream().map(mistake))
                .sorted(Comparator.comparingInt(ImportProblem::row)).limit(ImportLimits.PROBLEMS).toList();
        return new ImportReport(created + updated + unchanged + skipped + rejected, created, updated, unchanged, skipped, rejected, said);
    }
}
