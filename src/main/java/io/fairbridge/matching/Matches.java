package io.fairbridge.matching;

import io.fairbridge.organisation.Organisation;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.platform.BadRequest;
import io.fairbridge.platform.Connection;
import io.fairbridge.platform.Forbidden;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.Viewer;
import io.fairbridge.posting.Posting;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.Postings;
import io.fairbridge.search.CandidateSearch;
import io.fairbridge.search.CandidateSearch.Indexed;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/// What fits a posting on the other side, and what the two sides think of it.
@Service
@EnableConfigurationProperties(MatchingProperties.class)
public class Matches {

    private static final int NOTE_LIMIT = 1_000;
    private static final Comparator<StoredMatch> BEST_FIRST = Comparator
            .comparingInt((StoredMatch match) -> -match.score().points())
            .thenComparingDouble(match -> -match.score().strength())
            .thenComparing(StoredMatch::id);

    private final MatchRepository repository;
    private final CandidateSearch candidates;
    private final Scorer scorer;
    private final Postings postings;
    private final Organisations organisations;
    private final MatchingProperties properties;
    private final Clock clock;

    Matches(
            MatchRepository repository, CandidateSearch candidates, Scorer scorer, Postings postings, Organisations organisations,
            MatchingProperties properties, Clock clock) {
        this.repository = repository;
        this.candidates = candidates;
        this.scorer = scorer;
        this.postings = postings;
        this.organisations = organisations;
        this.properties = properties;
        this.clock = clock;
    }

    /// A posting's matches, best first: scored now for one on the market, as they were kept for any other.
    ///
    /// @throws Forbidden when the viewer does not belong to the posting's organisation
    Connection<Match> of(Posting posting, @Nullable Integer minScore, PageRequest page, Viewer viewer) {
        var organisation = organisations.find(posting.organisationId()).orElseThrow(Forbidden::new);
        viewer.signedIn();
        if (!organisation.isReadBy(viewer)) {
            throw new Forbidden();
        }
        int least = minScore == null ? properties.threshold() : minScore;
        if (least < 0 || least > 100) {
            throw new BadRequest("`minScore` must be 0 to 100.");
        }
        var all = current(posting).stream()
                .filter(match -> match.score().points() >= least)
                .filter(match -> !dismissed(match, posting.organisationId()))
                .sorted(BEST_FIRST)
                .toList();
        int start = page.start().map(cursor -> after(all, cursor)).orElse(0);
        int end = Math.min(all.size(), start + page.first());
        var shown = seen(all.subList(start, end), viewer);
        return Connection.of(List.copyOf(shown.values()), match -> cursor(match.scored(), match.id().toString()), all.size(), start > 0, end < all.size());
    }

    private static boolean dismissed(StoredMatch match, String organisationId) {
        return Optional.ofNullable(match.reviews().get(organisationId)).filter(review -> review.verdict() == MatchVerdict.DISMISS).isPresent();
    }

    private List<StoredMatch> current(Posting posting) {
        if (!posting.isOnTheMarket(clock.instant())) {
            return repository.ofPosting(posting);
        }
        var profiles = candidates.profiles(List.of(posting));
        if (profiles.isEmpty()) {
            return List.of();
        }
        var scored = candidates.candidates(List.of(posting), profiles).getFirst().stream()
                .map(other -> score(profiles.get(posting.id()), other)).toList();
        var reviewed = repository.findAll(scored.stream().map(StoredMatch::id).toList());
        return scored.stream().map(match -> Optional.ofNullable(reviewed.get(match.id())).map(known -> withReviews(match, known)).orElse(match)).toList();
    }

    private StoredMatch score(Indexed one, Indexed other) {
        var offering = one.kind() == PostingKind.OFFERING ? one : other;
        var demand = one.kind() == PostingKind.OFFERING ? other : one;
        var postedAt = offering.postedAt().isAfter(demand.postedAt()) ? offering.postedAt() : demand.postedAt();
        return new StoredMatch(new MatchId(offering.id(), demand.id()).toString(), offering.id(), demand.id(),
                offering.organisationId(), demand.organisationId(), scorer.score(offering.profile(), demand.profile()), postedAt, clock.instant(), Map.of());
    }

    private static StoredMatch withReviews(StoredMatch match, StoredMatch known) {
        return new StoredMatch(match.id(), match.offeringId(), match.demandId(), match.offeringOrganisationId(), match.demandOrganisationId(),
                match.score(), known.postedAt(), known.matchedAt(), known.reviews());
    }

    /// A cursor is the place of its match in the order, so that it holds while other matches come and go.
    private static String cursor(Score score, String id) {
        return PageRequest.cursor(score.points() + "|" + Double.doubleToLongBits(score.strength()) + "|" + id);
    }

    private static int after(List<StoredMatch> sorted, String cursor) {
        var parts = cursor.split("\\|", -1);
        try {
            int points = Integer.parseInt(parts[0]);
            double strength = Double.longBitsToDouble(Long.parseLong(parts[1]));
            var id = parts[2];
            int position = 0;
            while (position < sorted.size() && !isAfter(sorted.get(position), points, strength, id)) {
                position++;
            }
            return position;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
            throw PageRequest.badCursor();
        }
    }

    private static boolean isAfter(StoredMatch match, int points, double strength, String id) {
        int byPoints = Integer.compare(points, match.score().points());
        int byStrength = byPoints == 0 ? Double.compare(strength, match.score().strength()) : byPoints;
        return byStrength > 0 || byStrength == 0 && match.id().compareTo(id) > 0;
    }

    /// Those of the matches that this viewer may see, by their id `offering:demand`.
    public Map<String, Match> findAll(Collection<String> matchIds, Viewer viewer) {
        if (!viewer.isSignedIn()) {
            return Map.of();
        }
        var wanted = matchIds.stream().distinct().map(MatchId::of).flatMap(Optional::stream).toList();
        var kept = new HashMap<>(repository.findAll(wanted.stream().map(MatchId::toString).toList()));
        var unknown = wanted.stream().filter(id -> !kept.containsKey(id.toString())).toList();
        scoreNow(unknown).forEach(match -> kept.put(match.id(), match));
        return seen(wanted.stream().map(id -> kept.get(id.toString())).filter(Objects::nonNull).toList(), viewer);
    }

    /// Pairs that were never told can be looked at too, while both are on the market.
    private List<StoredMatch> scoreNow(List<MatchId> ids) {
        var both = postings.findAll(ids.stream().flatMap(id -> Stream.of(id.offeringId(), id.demandId())).distinct().toList());
        var now = clock.instant();
        var possible = ids.stream().filter(id -> isA(PostingKind.OFFERING, both.get(id.offeringId()), now) && isA(PostingKind.DEMAND, both.get(id.demandId()), now))
                .filter(id -> !both.get(id.offeringId()).party().equals(both.get(id.demandId()).party())).toList();
        if (possible.isEmpty()) {
            return List.of();
        }
        var profiles = candidates.profiles(possible.stream().flatMap(id -> Stream.of(both.get(id.offeringId()), both.get(id.demandId()))).distinct().toList());
        return possible.stream().filter(id -> profiles.containsKey(id.offeringId()) && profiles.containsKey(id.demandId()))
                .map(id -> score(profiles.get(id.offeringId()), profiles.get(id.demandId()))).toList();
    }

    private static boolean isA(PostingKind kind, @Nullable Posting posting, Instant now) {
        return posting != null && posting.kind() == kind && posting.isOnTheMarket(now);
    }

    private Map<String, Match> seen(List<StoredMatch> matches, Viewer viewer) {
        var both = postings.findAll(matches.stream().flatMap(match -> Stream.of(match.offeringId(), match.demandId())).distinct().toList());
        var sides = organisations.findAll(matches.stream().flatMap(match -> Stream.of(match.offeringOrganisationId(), match.demandOrganisationId())).distinct().toList());
        var seen = new LinkedHashMap<String, Match>();
        for (var match : matches) {
            var offering = both.get(match.offeringId());
            var demand = both.get(match.demandId());
            var own = sides(match, sides).filter(side -> side.isReadBy(viewer)).map(Organisation::id).toList();
            if (offering != null && demand != null && !own.isEmpty()) {
                var review = viewer.administrator() ? Optional.<MatchReview>empty()
                        : own.stream().map(match.reviews()::get).filter(Objects::nonNull).findFirst();
                seen.put(match.id(), new Match(offering, demand, match.score(),
                        review.map(one -> status(one.verdict())).orElse(MatchStatus.SUGGESTED), review.map(MatchReview::note).orElse(null)));
            }
        }
        return seen;
    }

    private static Stream<Organisation> sides(StoredMatch match, Map<String, Organisation> organisations) {
        return Stream.of(match.offeringOrganisationId(), match.demandOrganisationId()).distinct().map(organisations::get).filter(Objects::nonNull);
    }

    private static MatchStatus status(MatchVerdict verdict) {
        return switch (verdict) {
            case SHORTLIST -> MatchStatus.SHORTLISTED;
            case DISMISS -> MatchStatus.DISMISSED;
        };
    }

    Outcome<Match> review(String globalId, MatchVerdict verdict, @Nullable String note, Viewer viewer) {
        var account = viewer.signedIn();
        var problems = new Problems();
        var text = problems.optionalText(note, NOTE_LIMIT, "note");
        if (!problems.none()) {
            return Outcome.refused(problems.found());
        }
        return judged(globalId, viewer, (match, side) -> repository.review(match,
                new MatchReview(side, verdict, text.isEmpty() ? null : text, account, clock.instant())));
    }

    Outcome<Match> undoReview(String globalId, Viewer viewer) {
        viewer.signedIn();
        return judged(globalId, viewer, repository::undoReview);
    }

    private interface Judgement {
        Optional<StoredMatch> apply(StoredMatch match, String organisationId);
    }

    private Outcome<Match> judged(String globalId, Viewer viewer, Judgement judgement) {
        var found = GlobalId.local(globalId, Match.TYPE).flatMap(MatchId::of)
                .filter(id -> !findAll(List.of(id.toString()), viewer).isEmpty())
                .flatMap(id -> stored(id));
        if (found.isEmpty()) {
            return Outcome.refused(UserError.notFound("matchId"));
        }
        var sides = organisations.findAll(List.of(found.get().offeringOrganisationId(), found.get().demandOrganisationId()));
        var own = sides(found.get(), sides).filter(side -> side.isActedForBy(viewer)).map(Organisation::id).toList();
        if (own.isEmpty()) {
            return Outcome.refused(UserError.forbidden("matchId"));
        }
        var match = found.get();
        for (var side : own) {
            match = judgement.apply(match, side).orElse(match);
        }
        return Optional.ofNullable(seen(List.of(match), viewer).get(match.id()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(UserError.notFound("matchId")));
    }

    private Optional<StoredMatch> stored(MatchId id) {
        return Optional.ofNullable(repository.findAll(List.of(id.toString())).get(id.toString()))
                .or(() -> scoreNow(List.of(id)).stream().findFirst());
    }
}
