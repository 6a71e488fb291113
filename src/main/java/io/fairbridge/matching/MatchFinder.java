package io.fairbridge.matching;

import io.fairbridge.platform.Unavailable;
import io.fairbridge.posting.Posting;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.PostingStep;
import io.fairbridge.posting.Postings;
import io.fairbridge.search.CandidateSearch;
import io.fairbridge.search.CandidateSearch.Indexed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Finds the other side of every changed posting, keeps the good matches and says so. All of it may be repeated: a match
/// is kept under its pair.
@Component
@Order(20)
class MatchFinder implements PostingStep {

    private final CandidateSearch candidates;
    private final Scorer scorer;
    private final MatchRepository repository;
    private final Postings postings;
    private final MatchingProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Counter found;

    MatchFinder(
            CandidateSearch candidates, Scorer scorer, MatchRepository repository, Postings postings, MatchingProperties properties,
            ApplicationEventPublisher events, Clock clock, MeterRegistry metrics) {
        this.candidates = candidates;
        this.scorer = scorer;
        this.repository = repository;
        this.postings = postings;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
        this.found = Counter.builder("fairbridge.matches").description("Matches found that were told").register(metrics);
    }

    @Override
    public void process(List<Posting> changed) {
        var now = clock.instant();
        var market = changed.stream().filter(posting -> posting.isOnTheMarket(now)).toList();
        if (market.isEmpty()) {
            return;
        }
        var profiles = candidates.profiles(market);
        if (profiles.size() < market.size()) {
            throw new Unavailable("A posting is not in the search index yet");
        }
        var scored = scored(market, profiles, now);
        var known = repository.findAll(scored.keySet());
        var good = scored.values().stream().filter(match -> match.score().points() >= properties.threshold()).toList();
        repository.keep(scored.values().stream().filter(match -> good.contains(match) || known.containsKey(match.id())).toList());
        tell(good, known);
    }

    private Map<String, StoredMatch> scored(List<Posting> market, Map<String, Indexed> profiles, Instant now) {
        var matches = new LinkedHashMap<String, StoredMatch>();
        var found = candidates.candidates(market, profiles);
        for (int i = 0; i < market.size(); i++) {
            var one = profiles.get(market.get(i).id());
            for (var other : found.get(i)) {
                var offering = one.kind() == PostingKind.OFFERING ? one : other;
                var demand = one.kind() == PostingKind.OFFERING ? other : one;
                var id = new MatchId(offering.id(), demand.id()).toString();
                matches.computeIfAbsent(id, key -> new StoredMatch(key, offering.id(), demand.id(), offering.organisationId(), demand.organisationId(),
                        scorer.score(offering.profile(), demand.profile()), later(offering.postedAt(), demand.postedAt()), now, Map.of()));
            }
        }
        return matches;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void tell(List<StoredMatch> good, Map<String, StoredMatch> known) {
        if (good.isEmpty()) {
            return;
        }
        var titles = postings.findAll(good.stream().flatMap(match -> java.util.stream.Stream.of(match.offeringId(), match.demandId())).distinct().toList());
        var news = new ArrayList<MatchFound>();
        for (var match : good) {
            var offering = titles.get(match.offeringId());
            var demand = titles.get(match.demandId());
            if (offering != null && demand != null) {
                var first = Optional.ofNullable(known.get(match.id())).orElse(match);
                news.add(new MatchFound(match.offeringId(), match.demandId(), match.offeringOrganisationId(), match.demandOrganisationId(),
                        offering.content().title(), demand.content().title(), match.score().points(), first.postedAt(), first.matchedAt()));
            }
        }
        found.increment(good.stream().filter(match -> !known.containsKey(match.id())).count());
        events.publishEvent(new MatchesFound(news));
    }
}
