package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.ProblemCode.CANCELLED;
import static io.fairbridge.posting.importing.ProblemCode.CATEGORY_GUESSED;
import static io.fairbridge.posting.importing.ProblemCode.CATEGORY_NOT_TOLD;
import static io.fairbridge.posting.importing.ProblemCode.DATE_LEFT_OUT;
import static io.fairbridge.posting.importing.ProblemCode.DESCRIPTION_CUT;
import static io.fairbridge.posting.importing.ProblemCode.LANGUAGE_GUESSED;
import static io.fairbridge.posting.importing.ProblemCode.NO_OCID;
import static io.fairbridge.posting.importing.ProblemCode.NO_TENDER;
import static io.fairbridge.posting.importing.ProblemCode.NO_TITLE;
import static io.fairbridge.posting.importing.ProblemCode.PLANNED;
import static io.fairbridge.posting.importing.ProblemCode.PRICE_LEFT_OUT;
import static io.fairbridge.posting.importing.ProblemCode.TENDER_CLOSED;
import static io.fairbridge.posting.importing.ProblemCode.TITLE_CUT;
import static io.fairbridge.posting.importing.ProblemCode.UNCLASSIFIED;
import static io.fairbridge.posting.importing.ProblemCode.WORKS_BY_TITLE;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.PostingContent;
import io.fairbridge.posting.Price;
import io.fairbridge.posting.Source;
import io.fairbridge.posting.importing.ImportRow.ImportedPosting;
import io.fairbridge.posting.importing.ImportRow.RejectedRow;
import io.fairbridge.posting.importing.ImportRow.SkippedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes demands of tenders, or says why not: services only, and only where there is a tender to answer.
final class OcdsDemands {

    private final ImportWords words;
    private final Crosswalk crosswalk = new Crosswalk();
    private final TitleWords titleWords = new TitleWords();

    OcdsDemands(ImportWords words) {
        this.words = words;
    }

    /// @param fileName publisher of a release whose package names none
    ImportRow row(int row, JsonNode release, OcdsPackage info, String fileName) {
        var tender = new OcdsTender(release, info);
        if (tender.reference().isEmpty()) {
            return new RejectedRow(row, List.of(RowProblem.of(row, "ocid", NO_OCID)));
        }
        return new Attempt(row, tender, fileName).row();
    }

    /// One release on its way.
    private final class Attempt {

        private final int row;
        private final OcdsTender tender;
        private final String fileName;
        private final List<RowProblem> notes = new ArrayList<>();

        private Attempt(int row, OcdsTender tender, String fileName) {
            this.row = row;
            this.tender = tender;
            this.fileName = fileName;
        }

        private ImportRow row() {
            if (tender.isCancelled()) {
                return skipped("tender.status", CANCELLED, source());
            }
            if (tender.isPlanned()) {
                return skipped("tender.status", PLANNED, null);
            }
            if (!tender.isThere()) {
                return skipped("tender", NO_TENDER, null);
            }
            var title = tender.title();
            var kind = kind(title);
            if (kind.isEmpty()) {
                return skipped("tender.items", UNCLASSIFIED, null, RowCheck.shown(title));
            }
            return switch (kind.get()) {
                case GOODS -> skipped("tender.items", ProblemCode.GOODS, null, RowCheck.shown(title));
                case WORKS -> skipped("tender.items", ProblemCode.WORKS, null, RowCheck.shown(title));
                case SERVICES -> title.isEmpty()
                        ? new RejectedRow(row, List.of(RowProblem.of(row, "tender.title", NO_TITLE, tender.reference())))
                        : new ImportedPosting(row, content(title), source(), notes);
            };
        }

        private SkippedRow skipped(String column, ProblemCode code, @Nullable Source cancelled, Object... args) {
            notes.add(RowProblem.of(row, column, code, args.length == 0 ? new Object[] {tender.reference()} : args));
            return new SkippedRow(row, notes, cancelled);
        }

        /// The publisher's own word first, then the classifications, then the title. Where a publisher calls all its
        /// contracts works, that alone tells nothing, but together with the title it outweighs a classification.
        private Optional<ProcurementKind> kind(String title) {
            if (tender.statedKind().isPresent()) {
                return tender.statedKind();
            }
            var byTitle = titleWords.kind(title);
            var classified = classifiedKind();
            boolean calledWorks = tender.looselyStatedKind().equals(Optional.of(ProcurementKind.WORKS))
                    && byTitle.equals(Optional.of(ProcurementKind.WORKS));
            if (calledWorks && classified.equals(Optional.of(ProcurementKind.SERVICES))) {
                notes.add(RowProblem.of(row, "tender.title", WORKS_BY_TITLE, RowCheck.shown(title)));
                return byTitle;
            }
            if (classified.equals(Optional.of(ProcurementKind.GOODS)) && byTitle.equals(Optional.of(ProcurementKind.WORKS))) {
                return byTitle;
            }
            return classified.or(() -> byTitle).or(tender::looselyStatedKind);
        }

        // Of several items most decide, the first when they are even.
        private Optional<ProcurementKind> classifiedKind() {
            var kinds = tender.classifications().stream().map(this::kindOf).flatMap(Optional::stream).toList();
            return kinds.stream().distinct()
                    .max((one, other) -> Long.compare(count(kinds, one), count(kinds, other)) != 0
                            ? Long.compare(count(kinds, one), count(kinds, other))
                            : Integer.compare(kinds.indexOf(other), kinds.indexOf(one)));
        }

        private static long count(List<ProcurementKind> kinds, ProcurementKind kind) {
            return kinds.stream().filter(kind::equals).count();
        }

        private Optional<ProcurementKind> kindOf(OcdsTender.Classification classification) {
            return classification.markedKind()
                    .or(() -> crosswalk.find(classification.scheme(), classification.id()).map(Crosswalk.Entry::kind));
        }

        private PostingContent content(String fullTitle) {
            var title = Texts.cut(fullTitle, ImportLimits.TITLE_CHARACTERS);
            var fullDescription = tender.description(fullTitle);
            var description = Texts.cut(fullDescription, ImportLimits.DESCRIPTION_CHARACTERS);
            note(!title.equals(fullTitle), "tender.title", TITLE_CUT, ImportLimits.TITLE_CHARACTERS);
            note(!description.equals(fullDescription), "tender.description", DESCRIPTION_CUT, ImportLimits.DESCRIPTION_CHARACTERS);
            return new PostingContent(language(title, description), title, description, category(title, description),
                    Set.copyOf(tender.deliveryCountries()), Set.of(), Set.of(), price(), validUntil());
        }

        private LanguageCode language(String title, String description) {
            return tender.language().orElseGet(() -> {
                var guess = words.languages().guess(title + "\n" + description).orElse(LanguageCode.ENGLISH);
                note(true, "language", LANGUAGE_GUESSED, guess.value());
                return guess;
            });
        }

        private String category(String title, String description) {
            var classified = tender.classifications().stream()
                    .map(classification -> crosswalk.find(classification.scheme(), classification.id()))
                    .flatMap(Optional::stream).map(Crosswalk.Entry::category).filter(Objects::nonNull).toList();
            return words.categories().common(classified).orElseGet(() -> {
                var guess = words.categories().guess(title, description);
                note(true, "tender.items", guess.isPresent() ? CATEGORY_GUESSED : CATEGORY_NOT_TOLD, guess.orElse(CategoryNames.ROOT));
                return guess.orElse(CategoryNames.ROOT);
            });
        }

        private @Nullable Price price() {
            var price = tender.price();
            note(price.isEmpty() && tender.tellsPrice(), "tender.value", PRICE_LEFT_OUT);
            return price.orElse(null);
        }

        // A tender that is over keeps its end, and so shows as expired; one without an end that has been awarded ended
        // with its release at the latest.
        private @Nullable Instant validUntil() {
            note(tender.tellsEnd() && tender.end().isEmpty(), "tender.tenderPeriod", DATE_LEFT_OUT);
            var end = tender.end().or(() -> tender.isOver() ? tender.releaseDate() : Optional.empty()).orElse(null);
            boolean past = end != null && end.isBefore(words.clock().instant());
            note(past, "tender.tenderPeriod.endDate", TENDER_CLOSED, past ? LocalDate.ofInstant(end, ZoneOffset.UTC).toString() : "");
            return end;
        }

        private void note(boolean tell, String column, ProblemCode code, Object... args) {
            if (tell) {
                notes.add(RowProblem.of(row, column, code, args));
            }
        }

        private Source source() {
            return new Source(tender.publisher().orElse(fileName), tender.reference(), tender.buyerName().orElse(null),
                    tender.url().orElse(null), tender.country().orElse(null), tender.releaseId().orElse(null),
                    tender.releaseDate().orElse(null));
        }
    }
}
