package io.fairbridge.posting;

import io.fairbridge.organisation.Organisation;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.UserErrorCode;
import io.fairbridge.platform.Viewer;
import io.fairbridge.platform.upload.Upload;
import io.fairbridge.platform.upload.Uploads;
import io.fairbridge.posting.importing.ImportMessages;
import io.fairbridge.posting.importing.ImportRow;
import io.fairbridge.posting.importing.ImportWords;
import io.fairbridge.posting.importing.PostingFiles;
import io.fairbridge.posting.importing.ProblemCode;
import io.fairbridge.posting.importing.RowProblem;
import io.fairbridge.taxonomy.LanguageDetector;
import io.fairbridge.taxonomy.ServiceCategories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/// Imports the postings of a file. The file is read twice: once to be sure that all of it can be read and to find the
/// newest release of each tender, then to keep what it says. So a file that breaks off changes nothing.
@Service
class PostingImports {

    private final Postings postings;
    private final Uploads uploads;
    private final PostingFiles files;
    private final ImportMessages rowMessages = new ImportMessages();
    private final MessageSource messages;

    PostingImports(Postings postings, Uploads uploads, ServiceCategories categories, LanguageDetector languages, MessageSource messages, Clock clock) {
        this.postings = postings;
        this.uploads = uploads;
        this.files = new PostingFiles(ImportWords.of(categories, languages, clock));
        this.messages = messages;
    }

    Outcome<ImportReport> run(ImportPostingsInput input, Viewer viewer) {
        var owner = postings.actingFor(input.organisationId(), input.kind(), viewer);
        var upload = uploads.find(input.uploadId(), viewer.signedIn());
        if (upload.isEmpty()) {
            var errors = new ArrayList<>(owner.fold(_ -> List.<UserError>of(), found -> found));
            errors.add(UserError.notFound("uploadId"));
            return Outcome.refused(errors);
        }
        return owner.flatMap(organisation -> read(organisation, upload.get(), input, viewer));
    }

    private Outcome<ImportReport> read(Organisation owner, Upload upload, ImportPostingsInput input, Viewer viewer) {
        var survey = new ImportSurvey();
        each(upload, input, survey);
        var refusal = survey.refusal();
        if (refusal.isPresent()) {
            return Outcome.refused(refused(refusal.get()));
        }
        var run = new ImportRun(postings, owner, input.kind(), input.isDryRun(), survey);
        each(upload, input, run);
        return Outcome.done(run.report(problem -> said(problem, viewer), problem -> said(problem, viewer)));
    }

    private void each(Upload upload, ImportPostingsInput input, Consumer<ImportRow> rows) {
        try (var content = upload.content().open()) {
            files.read(content, upload.fileName(), input.format(), input.kind(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UserError refused(RowProblem problem) {
        var path = problem.code() == ProblemCode.OCDS_ARE_DEMANDS ? "kind" : "uploadId";
        var code = switch (problem.code()) {
            case FILE_TOO_LARGE, FILE_TOO_MANY_ROWS, FILE_TOO_MANY_COLUMNS, FILE_UNPACKS_TOO_LARGE -> UserErrorCode.TOO_LONG;
            default -> UserErrorCode.INVALID;
        };
        var args = problem.args().stream().map(String::valueOf).toArray();
        return UserError.of(code, ImportMessages.key(problem.code()), args).at(path);
    }

    private ImportProblem said(RowProblem problem, Viewer viewer) {
        return new ImportProblem(problem.row(), problem.column(), problem.code().name(), rowMessages.say(problem, viewer.locale()));
    }

    private ImportProblem said(ImportRun.Mistake mistake, Viewer viewer) {
        var error = mistake.error();
        return new ImportProblem(mistake.row(), error.path().isEmpty() ? null : String.join(".", error.path()), error.code().name(),
                messages.getMessage("error." + error.messageKey(), error.arguments().toArray(), viewer.locale()));
    }
}
