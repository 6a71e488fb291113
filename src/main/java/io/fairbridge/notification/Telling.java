package io.fairbridge.notification;

import io.fairbridge.matching.MatchFound;
import io.fairbridge.matching.MatchesFound;
import io.fairbridge.organisation.Member;
import io.fairbridge.organisation.Organisation;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.search.SavedSearchHit;
import io.fairbridge.search.SavedSearchHits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears what happened and tells whom it concerns, in the thread of the pipeline: if telling fails, the work is repeated.
@Component
class Telling {

    private final Organisations organisations;
    private final Inboxes inboxes;

    Telling(Organisations organisations, Inboxes inboxes) {
        this.organisations = organisations;
        this.inboxes = inboxes;
    }

    @EventListener
    void on(MatchesFound found) {
        put(matched(found.matches()));
    }

    @EventListener
    void on(SavedSearchHits found) {
        put(hits(found.hits()));
    }

    private void put(Stream<Message> news) {
        var messages = news.toList();
        if (!messages.isEmpty()) {
            inboxes.put(messages);
        }
    }

    private static Stream<Message> hits(List<SavedSearchHit> hits) {
        return hits.stream().map(hit -> new Message(hit.accountId(),
                new News.Hit(hit.savedSearchId(), hit.savedSearchName(), hit.postingId(), hit.kind(), hit.postingTitle())));
    }

    private Stream<Message> matched(List<MatchFound> matches) {
        var parties = organisations.findAll(matches.stream()
                .flatMap(match -> Stream.of(match.offeringOrganisationId(), match.demandOrganisationId())).distinct().toList());
        return matches.stream().flatMap(match -> sides(match, parties).entrySet().stream()
                .map(recipient -> new Message(recipient.getKey(), news(match, recipient.getValue()))));
    }

    /// Who is told, and which posting is theirs.
    private static Map<String, Side> sides(MatchFound match, Map<String, Organisation> parties) {
        var sides = new LinkedHashMap<String, Side>();
        members(parties, match.offeringOrganisationId()).forEach(account -> sides.merge(account, Side.OFFERING, Side::and));
        members(parties, match.demandOrganisationId()).forEach(account -> sides.merge(account, Side.DEMAND, Side::and));
        return sides;
    }

    private static Stream<String> members(Map<String, Organisation> parties, String organisationId) {
        return Optional.ofNullable(parties.get(organisationId)).stream().flatMap(party -> party.members().stream()).map(Member::accountId);
    }

    private static News news(MatchFound match, Side own) {
        return new News.Matched(match.offeringId(), match.demandId(), match.offeringTitle(), match.demandTitle(), match.score(), own,
                match.postedAt(), match.matchedAt());
    }
}
