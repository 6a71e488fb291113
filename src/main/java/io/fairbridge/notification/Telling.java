package io.fairbridge.notification;

import io.fairbridge.matching.MatchFound;
import io.fairbridge.organisation.Member;
import io.fairbridge.organisation.Organisation;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.search.SavedSearchHit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears what happened and tells whom it concerns. What is heard during one pass of the pipeline, on the pipeline's thread,
/// is told together at the end of the pass, for a posting may find dozens of matches at once. Heard elsewhere, it is told
/// on the spot. A pass that fails begins anew, and so does what it has heard.
@Component
class Telling {

    private final Organisations organisations;
    private final Inboxes inboxes;
    private final ThreadLocal<Heard> pass = new ThreadLocal<>();

    Telling(Organisations organisations, Inboxes inboxes) {
        this.organisations = organisations;
        this.inboxes = inboxes;
    }

    private record Heard(List<MatchFound> matches, List<SavedSearchHit> hits) {

        static Heard nothing() {
            return new Heard(new ArrayList<>(), new ArrayList<>());
        }
    }

    @EventListener
    void on(MatchFound match) {
        Optional.ofNullable(pass.get()).ifPresentOrElse(heard -> heard.matches.add(match), () -> tell(new Heard(List.of(match), List.of())));
    }

    @EventListener
    void on(SavedSearchHit hit) {
        Optional.ofNullable(pass.get()).ifPresentOrElse(heard -> heard.hits.add(hit), () -> tell(new Heard(List.of(), List.of(hit))));
    }

    void beginPass() {
        pass.set(Heard.nothing());
    }

    void endPass() {
        var heard = Optional.ofNullable(pass.get());
        pass.remove();
        heard.ifPresent(this::tell);
    }

    private void tell(Heard heard) {
        var messages = Stream.concat(matched(heard.matches), hits(heard.hits)).toList();
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
