package io.fairbridge.search;

import static java.util.stream.Collectors.groupingBy;

import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.fairbridge.platform.Unavailable;
import io.fairbridge.posting.Posting;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.PostingStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Asks every saved search with alert whether it finds the postings that just changed. The very query of the search runs,
/// over these postings alone, so an alert and a search never disagree.
@Component
@Order(30)
class SavedSearchAlerts implements PostingStep {

    private static final Logger LOG = LoggerFactory.getLogger(SavedSearchAlerts.class);
    private static final int AT_ONCE = 200;

    private final SavedSearches searches;
    private final PostingSearch search;
    private final PostingIndex index;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SavedSearchAlerts(SavedSearches searches, PostingSearch search, PostingIndex index, ApplicationEventPublisher events, Clock clock) {
        this.searches = searches;
        this.search = search;
        this.index = index;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void process(List<Posting> changed) {
        var now = clock.instant();
        var news = changed.stream().filter(posting -> posting.isOnTheMarket(now)).collect(groupingBy(Posting::kind));
        if (news.isEmpty()) {
            return;
        }
        var group = searches.withAlert("", AT_ONCE);
        while (!group.isEmpty()) {
            alert(group.stream().filter(one -> news.containsKey(one.kind())).toList(), news);
            group = searches.withAlert(group.getLast().id(), AT_ONCE);
        }
    }

    private void alert(List<SavedSearch> group, Map<PostingKind, List<Posting>> news) {
        if (group.isEmpty()) {
            return;
        }
        var requests = group.stream().map(one -> request(one, news.get(one.kind()))).toList();
        var answers = index.searchAll(MsearchRequest.of(all -> all.searches(requests)));
        var hits = new ArrayList<SavedSearchHit>();
        for (int i = 0; i < group.size(); i++) {
            if (answers.get(i).isFailure()) {
                passOver(group.get(i), answers.get(i).failure());
                continue;
            }
            var byId = news.get(group.get(i).kind()).stream().collect(Collectors.toMap(Posting::id, posting -> posting, (one, same) -> one));
            for (Hit<IndexedPosting> hit : answers.get(i).result().hits().hits()) {
                hits.add(hit(group.get(i), byId.get(hit.id())));
            }
        }
        events.publishEvent(new SavedSearchHits(hits));
    }

    /// One search that Elasticsearch will not run must not hold up everybody's postings; an Elasticsearch that is busy is
    /// asked again.
    private static void passOver(SavedSearch saved, ErrorResponse failure) {
        if (failure.status() >= 500 || failure.status() == 429) {
            throw new Unavailable("A saved search failed: " + failure.error().reason());
        }
        LOG.warn("Saved search {} is passed over: {}", saved.id(), failure.error().reason());
    }

    private RequestItem request(SavedSearch saved, List<Posting> news) {
        var these = Query.of(one -> one.ids(ids -> ids.values(news.stream().map(Posting::id).toList())));
        var found = search.query(saved.kind(), search.read(saved.query()), saved.filter());
        return RequestItem.of(item -> item
                .header(header -> header.index(index.alias()))
                .body(body -> body.size(news.size()).source(source -> source.fetch(false))
                        .query(one -> one.bool(bool -> bool.must(found).filter(these)))));
    }

    private static SavedSearchHit hit(SavedSearch saved, Posting posting) {
        return new SavedSearchHit(saved.id(), saved.name(), saved.accountId(), posting.id(), posting.kind(), posting.content().title());
    }
}
