package io.fairbridge.posting;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.fairbridge.organisation.Organisation;
import io.fairbridge.organisation.OrganisationCapacity;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.platform.Connection;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.IdSource;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.UserErrorCode;
import io.fairbridge.platform.Viewer;
import io.fairbridge.platform.outbox.Outbox;
import io.fairbridge.posting.ContentCheck.Completeness;
import io.fairbridge.posting.PostingRepository.Place;
import io.fairbridge.posting.PostingRepository.Selection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Offerings and demands and their life cycle. Each change is written to the outbox first and to the posting second, so
/// that whatever is in the store is also searched and matched.
@Service
public class Postings {

    private static final int CLIENT_ID_LIMIT = 100;
    private static final int ATTEMPTS = 20;

    private final PostingRepository repository;
    private final Organisations organisations;
    private final ContentCheck check;
    private final Outbox outbox;
    private final IdSource ids;
    private final Clock clock;

    Postings(PostingRepository repository, Organisations organisations, ContentCheck check, Outbox outbox, IdSource ids, Clock clock) {
        this.repository = repository;
        this.organisations = organisations;
        this.check = check;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// Publishes at once.
    public Outcome<Posting> publish(PostingKind kind, PublishInput input, Viewer viewer) {
        return create(kind, input.organisationId(), input.fields(), input.clientMutationId(), Completeness.MARKET, viewer);
    }

    Outcome<Posting> saveDraft(SaveDraftInput input, Viewer viewer) {
        return create(input.kind(), input.organisationId(), input.fields(), input.clientMutationId(), Completeness.DRAFT, viewer);
    }

    private Outcome<Posting> create(
            PostingKind kind, String globalOrganisationId, PostingFields fields, @Nullable String clientMutationId, Completeness completeness, Viewer viewer) {
        viewer.signedIn();
        var now = clock.instant();
        var organisation = actingFor(globalOrganisationId, kind, viewer);
        var content = check.check(fields, completeness, now);
        var problems = new Problems();
        var clientId = problems.optionalText(clientMutationId, CLIENT_ID_LIMIT, "clientMutationId");
        var errors = Stream.of(errors(organisation), errors(content), problems.found()).flatMap(List::stream).toList();
        if (!errors.isEmpty()) {
            // A repeated publish gets the first result even when the text would no longer do, such as a time now past.
            return repeated(organisation, kind, clientId).<Outcome<Posting>>map(Outcome::done).orElseGet(() -> Outcome.refused(errors));
        }
        return organisation.flatMap(owner -> content.map(checked -> {
            var id = clientId.isEmpty() ? ids.next() : derivedId(owner.id(), kind, "client", clientId);
            return keep(new Posting(id, kind, owner.id(), 1, completeness == Completeness.DRAFT ? PostingStatus.DRAFT : PostingStatus.PUBLISHED,
                    checked, null, now, now, completeness == Completeness.DRAFT ? null : now), !clientId.isEmpty());
        }));
    }

    private Optional<Posting> repeated(Outcome<Organisation> organisation, PostingKind kind, String clientId) {
        return clientId.isEmpty()
                ? Optional.empty()
                : organisation.fold(owner -> repository.find(derivedId(owner.id(), kind, "client", clientId)), errors -> Optional.empty());
    }

    /// A repeated request finds its first result under the same id.
    private Posting keep(Posting posting, boolean mayBeKnown) {
        if (mayBeKnown) {
            var known = repository.find(posting.id());
            if (known.isPresent()) {
                return known.get();
            }
        }
        noteChange(posting);
        var kept = repository.add(posting) ? posting : repository.find(posting.id()).orElse(posting);
        outbox.nudge();
        return kept;
    }

    /// Puts a draft, a withdrawn or an expired posting on the market.
    Outcome<Posting> publish(PublishPostingInput input, Viewer viewer) {
        viewer.signedIn();
        return input.expectedRevision() == null ? persistently(() -> publishOnce(input, viewer)) : publishOnce(input, viewer);
    }

    private Outcome<Posting> publishOnce(PublishPostingInput input, Viewer viewer) {
        var now = clock.instant();
        return owned(input.id(), viewer)
                .flatMap(posting -> input.expectedRevision() == null ? Outcome.done(posting) : expected(posting, input.expectedRevision()))
                .flatMap(posting -> posting.isOnTheMarket(now)
                        ? Outcome.refused(UserError.of(UserErrorCode.CONFLICT, "alreadyPublished").at("id"))
                        : check.check(PostingFields.of(posting.content()), Completeness.MARKET, now)
                                .flatMap(checked -> mayPost(posting.organisationId(), posting.kind()))
                                .flatMap(organisation -> replace(posting.published(now))));
    }

    Outcome<Posting> update(UpdatePostingInput input, Viewer viewer) {
        viewer.signedIn();
        var now = clock.instant();
        return owned(input.id(), viewer)
                .flatMap(posting -> expected(posting, input.expectedRevision()))
                .flatMap(posting -> check.check(input.over(posting.content()), completeness(posting, input), now)
                        .flatMap(content -> content.equals(posting.content()) ? Outcome.done(posting) : replace(posting.changed(content, now))));
    }

    /// Changing a title must not be refused because the time, which was not touched, is over.
    private static Completeness completeness(Posting posting, UpdatePostingInput input) {
        return switch (posting.state()) {
            case DRAFT -> Completeness.DRAFT;
            case PUBLISHED, WITHDRAWN, EXPIRED -> input.validUntil().isOmitted() ? Completeness.RECEIVED : Completeness.MARKET;
        };
    }

    Outcome<Posting> withdraw(String id, Viewer viewer) {
        viewer.signedIn();
        return persistently(() -> owned(id, viewer).flatMap(posting -> switch (posting.state()) {
            case DRAFT -> Outcome.refused(UserError.of(UserErrorCode.CONFLICT, "draftOnly").at("id"));
            case WITHDRAWN -> Outcome.done(posting);
            case PUBLISHED, EXPIRED -> replace(posting.withdrawn(clock.instant()));
        }));
    }

    /// Who names no revision means whichever there is: when somebody else was faster, it is done to theirs.
    private static Outcome<Posting> persistently(Supplier<Outcome<Posting>> attempt) {
        var outcome = attempt.get();
        for (int attempts = 1; attempts < ATTEMPTS && isStale(outcome); attempts++) {
            outcome = attempt.get();
        }
        return outcome;
    }

    private static boolean isStale(Outcome<Posting> outcome) {
        return errors(outcome).stream().anyMatch(error -> error.messageKey().equals("staleRevision"));
    }

    Outcome<String> discard(String id, Viewer viewer) {
        viewer.signedIn();
        return owned(id, viewer).flatMap(posting -> posting.state() == PostingStatus.DRAFT && repository.remove(posting)
                ? Outcome.done(posting.globalId().encoded())
                : Outcome.refused(UserError.of(UserErrorCode.CONFLICT, "notADraft").at("id")));
    }

    private Outcome<Posting> replace(Posting next) {
        noteChange(next);
        if (!repository.replace(next)) {
            return Outcome.refused(stale(repository.find(next.id()).map(Posting::revision).orElse(0)));
        }
        outbox.nudge();
        return Outcome.done(next);
    }

    private void noteChange(Posting posting) {
        if (posting.state() != PostingStatus.DRAFT) {
            outbox.add(posting.id(), posting.revision());
        }
    }

    private static Outcome<Posting> expected(Posting posting, int revision) {
        return posting.revision() == revision ? Outcome.done(posting) : Outcome.refused(stale(posting.revision()));
    }

    private static UserError stale(int current) {
        return UserError.of(UserErrorCode.CONFLICT, "staleRevision", current).at("expectedRevision");
    }

    private Outcome<Posting> owned(String globalId, Viewer viewer) {
        var found = localId(globalId).flatMap(repository::find);
        if (found.isEmpty()) {
            return Outcome.refused(UserError.notFound("id"));
        }
        var posting = found.get();
        var organisation = organisations.find(posting.organisationId());
        if (organisation.filter(owner -> owner.isActedForBy(viewer)).isPresent()) {
            return Outcome.done(posting);
        }
        boolean hidden = posting.state() == PostingStatus.DRAFT && organisation.filter(owner -> owner.isReadBy(viewer)).isEmpty();
        return Outcome.refused(hidden ? UserError.notFound("id") : UserError.forbidden("id"));
    }

    private static Optional<String> localId(String globalId) {
        return GlobalId.decode(globalId).filter(id -> id.type().equals("Offering") || id.type().equals("Demand")).map(GlobalId::local);
    }

    /// The organisation that the viewer wants to post for.
    public Outcome<Organisation> actingFor(String globalOrganisationId, PostingKind kind, Viewer viewer) {
        return GlobalId.local(globalOrganisationId, Organisation.TYPE).flatMap(organisations::find)
                .map(organisation -> organisation.isActedForBy(viewer)
                        ? mayPost(organisation.id(), kind)
                        : Outcome.<Organisation>refused(UserError.forbidden("organisationId")))
                .orElseGet(() -> Outcome.refused(UserError.notFound("organisationId")));
    }

    private Outcome<Organisation> mayPost(String organisationId, PostingKind kind) {
        var needed = kind == PostingKind.OFFERING ? OrganisationCapacity.EXPORTER : OrganisationCapacity.BUYER;
        var organisation = organisations.find(organisationId).orElseThrow();
        return organisation.capacities().contains(needed)
                ? Outcome.done(organisation)
                : Outcome.refused(UserError.of(UserErrorCode.FORBIDDEN, "capacityNeeded", needed.name()).at("organisationId"));
    }

    private static List<UserError> errors(Outcome<?> outcome) {
        return outcome.fold(done -> List.of(), Function.identity());
    }

    /// What happened, or would happen, to a posting that came from outside.
    public sealed interface Receipt {

        /// It is new, changed, or known as it is.
        record Taken(Change change) implements Receipt {
        }

        /// Its content has mistakes.
        record Mistaken(List<UserError> errors) implements Receipt {
        }
    }

    /// How a received posting differs from what is known.
    public enum Change {
        CREATED, UPDATED, UNCHANGED
    }

    /// A posting from outside.
    public record Incoming(PostingFields fields, Source source) {
    }

    /// Takes postings from outside for an organisation: new ones are published, known ones with newer content changed.
    /// Which one it is follows from organisation, kind and the source's reference.
    ///
    /// @param incoming no reference twice
    /// @param newer    whether an incoming source replaces the one that is known
    /// @return what happened to each, in order
    public List<Receipt> receive(Organisation owner, PostingKind kind, List<Incoming> incoming, NewerSource newer, boolean dryRun) {
        var now = clock.instant();
        var known = repository.findAll(incoming.stream().map(one -> referenceId(owner, kind, one.source())).toList()).stream()
                .collect(toMap(Posting::id, identity()));
        var receipts = new ArrayList<Receipt>();
        var created = new ArrayList<Posting>();
        var updated = new ArrayList<Posting>();
        for (var one : incoming) {
            var before = Optional.ofNullable(known.get(referenceId(owner, kind, one.source())));
            receipts.add(check.check(one.fields(), Completeness.RECEIVED, now).<Receipt>fold(content -> {
                if (before.isEmpty()) {
                    created.add(new Posting(referenceId(owner, kind, one.source()), kind, owner.id(), 1, PostingStatus.PUBLISHED, content, one.source(), now, now, now));
                    return new Receipt.Taken(Change.CREATED);
                }
                if (!newer.replaces(one.source(), before.get().source())) {
                    return new Receipt.Taken(Change.UNCHANGED);
                }
                if (before.get().content().equals(content)) {
                    if (!dryRun && one.source().releaseDate() != null) {
                        // Nothing new to read, but an older release must not come after it.
                        repository.noteSource(before.get(), one.source());
                    }
                    return new Receipt.Taken(Change.UNCHANGED);
                }
                updated.add(before.get().received(content, one.source(), now));
                return new Receipt.Taken(Change.UPDATED);
            }, Receipt.Mistaken::new));
        }
        if (!dryRun) {
            keepAll(created, updated);
        }
        return receipts;
    }

    /// Takes a received posting off the market, since its source says that it was cancelled there.
    ///
    /// @return whether there was one on the market
    boolean recall(Organisation owner, PostingKind kind, Source cancelled, NewerSource newer, boolean dryRun) {
        return repository.find(referenceId(owner, kind, cancelled))
                .filter(known -> known.state() == PostingStatus.PUBLISHED && newer.replaces(cancelled, known.source()))
                .filter(known -> dryRun || replace(known.withdrawn(clock.instant())).fold(_ -> true, _ -> false))
                .isPresent();
    }

    /// Whether one source replaces another of the same reference.
    public interface NewerSource {

        boolean replaces(Source incoming, @Nullable Source known);
    }

    private void keepAll(List<Posting> created, List<Posting> updated) {
        var work = Stream.concat(created.stream(), updated.stream()).map(posting -> new Outbox.Work(posting.id(), posting.revision())).toList();
        if (work.isEmpty()) {
            return;
        }
        outbox.addAll(work);
        if (!created.isEmpty()) {
            repository.addAll(created);
        }
        updated.forEach(repository::replace);
        outbox.nudge();
    }

    private static String referenceId(Organisation owner, PostingKind kind, Source source) {
        return derivedId(owner.id(), kind, "source", source.reference());
    }

    /// An id that follows from what identifies the posting elsewhere, so that the store's own unique key holds the promise
    /// that nothing is kept twice.
    private static String derivedId(String organisationId, PostingKind kind, String origin, String reference) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", organisationId, kind.name(), origin, reference).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Keeps postings whose life was told elsewhere: sample data.
    public void restore(List<Posting> postings) {
        outbox.addAll(postings.stream().filter(posting -> posting.state() != PostingStatus.DRAFT)
                .map(posting -> new Outbox.Work(posting.id(), posting.revision())).toList());
        repository.addAll(postings);
        outbox.nudge();
    }

    /// Checks what a person or a file says of a posting, as for the market; its time may be over.
    public Outcome<PostingContent> read(PostingFields fields) {
        return check.check(fields, Completeness.RECEIVED, clock.instant());
    }

    public Optional<Posting> find(String id) {
        return repository.find(id);
    }

    /// Those of the postings that exist, by id.
    public Map<String, Posting> findAll(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : repository.findAll(ids).stream().collect(toMap(Posting::id, identity()));
    }

    /// Everything that is published, expired or not, for a rebuild of the search index. To be closed.
    public Stream<Posting> streamPublished() {
        return repository.streamPublished();
    }

    /// Whether this viewer may see the posting: a draft is seen by its organisation only.
    boolean isSeenBy(Posting posting, Viewer viewer) {
        return posting.state() != PostingStatus.DRAFT
                || organisations.find(posting.organisationId()).filter(owner -> owner.isReadBy(viewer)).isPresent();
    }

    Connection<Posting> ofOrganisation(Organisation organisation, @Nullable PostingKind kind, @Nullable PostingStatus status, PageRequest page, Viewer viewer) {
        var selection = new Selection(organisation.id(), kind, status, organisation.isReadBy(viewer), clock.instant());
        var found = repository.page(selection, page.start().map(Postings::place).orElse(null), page.first() + 1);
        boolean more = found.size() > page.first();
        return Connection.of(more ? found.subList(0, page.first()) : found, Postings::cursor, repository.count(selection), page.start().isPresent(), more);
    }

    private static String cursor(Posting posting) {
        return PageRequest.cursor(posting.updatedAt().toEpochMilli() + "|" + posting.id());
    }

    private static Place place(String cursor) {
        var parts = cursor.split("\\|", 2);
        try {
            return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
            throw PageRequest.badCursor();
        }
    }
}
