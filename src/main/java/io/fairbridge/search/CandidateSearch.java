package io.fairbridge.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import io.fairbridge.platform.Unavailable;
import io.fairbridge.posting.Posting;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.search.profile.PostingProfile;
import io.fairbridge.search.profile.ProfileConcept;
import io.fairbridge.search.profile.ProfileTerm;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Finds postings of the other side that may fit: by meaning, by words and by glossary concepts, in one round trip.
@Component
public class CandidateSearch {

    /// A wordy posting is searched by its most frequent words; more would find everything.
    private static final int WORDS = 60;

    private final PostingIndex index;
    private final SearchProperties properties;
    private final Clock clock;

    CandidateSearch(PostingIndex index, SearchProperties properties, Clock clock) {
        this.index = index;
        this.properties = properties;
        this.clock = clock;
    }

    /// A posting as the index knows it.
    ///
    /// @param postedAt when it was published or last changed
    public record Indexed(String id, String organisationId, PostingKind kind, PostingProfile profile, Instant postedAt) {
    }

    /// The profiles of these postings, as far as they are on the market and in the index, by id.
    public Map<String, Indexed> profiles(Collection<Posting> postings) {
        if (postings.isEmpty()) {
            return Map.of();
        }
        var answer = index.search(request -> request
                .query(one -> one.ids(ids -> ids.values(postings.stream().map(Posting::id).toList())))
                .size(postings.size()));
        return answer.hits().hits().stream().map(hit -> indexed(hit.source())).collect(Collectors.toMap(Indexed::id, one -> one));
    }

    /// Candidates for each of these postings, in the same order.
    public List<List<Indexed>> candidates(List<Posting> postings, Map<String, Indexed> profiles) {
        var requests = postings.stream().flatMap(posting -> requests(posting, profiles.get(posting.id()).profile()).stream()).toList();
        if (requests.isEmpty()) {
            return List.of();
        }
        var answers = index.searchAll(MsearchRequest.of(all -> all.searches(requests)));
        int each = requests.size() / postings.size();
        return IntStream.range(0, postings.size()).mapToObj(i -> {
            var found = new LinkedHashMap<String, Indexed>();
            for (var answer : answers.subList(i * each, (i + 1) * each)) {
                if (answer.isFailure()) {
                    throw new Unavailable("Candidates: " + answer.failure().error().reason());
                }
                answer.result().hits().hits().forEach(hit -> found.computeIfAbsent(hit.id(), id -> indexed(hit.source())));
            }
            return List.copyOf(found.values());
        }).toList();
    }

    private List<RequestItem> requests(Posting posting, PostingProfile profile) {
        var others = PostingSearch.onTheMarket(posting.kind().otherSide(), clock);
        var notOneself = Query.of(one -> one.term(term -> term.field("party").value(posting.party())));
        var words = profile.terms().stream().sorted(Comparator.comparingInt(ProfileTerm::count).reversed())
                .limit(WORDS).map(ProfileTerm::term).collect(Collectors.joining(" "));
        var english = profile.englishTerms().stream().sorted(Comparator.comparingInt(ProfileTerm::count).reversed())
                .limit(WORDS).map(ProfileTerm::term).collect(Collectors.joining(" "));
        var concepts = profile.concepts().stream().map(ProfileConcept::conceptId).collect(Collectors.joining(" "));
        var requests = new ArrayList<RequestItem>();
        var vector = new ArrayList<Float>();
        for (float value : profile.vector()) {
            vector.add(value);
        }
        requests.add(RequestItem.of(item -> item.header(header -> header.index(index.alias())).body(body -> body
                .size(properties.neighbours())
                .knn(knn -> knn.field("vector").queryVector(vector).k(properties.neighbours()).numCandidates(Math.max(properties.neighbours() * 3 / 2, 100))
                        .filter(others, Query.of(one -> one.bool(bool -> bool.mustNot(notOneself))))))));
        requests.add(byText(words + " " + english, List.of("titleTerms^2", "bodyTerms", "titleGloss^2", "bodyGloss"), others, notOneself));
        requests.add(byText(concepts, List.of("titleConcepts^2", "bodyConcepts"), others, notOneself));
        return requests;
    }

    private RequestItem byText(String text, List<String> fields, Query others, Query notOneself) {
        return RequestItem.of(item -> item.header(header -> header.index(index.alias())).body(request -> request
                .size(properties.wordHits())
                .query(one -> one.bool(bool -> bool
                        .must(must -> must.multiMatch(match -> match.fields(fields).query(text)))
                        .filter(others).mustNot(notOneself)))));
    }

    private static Indexed indexed(IndexedPosting source) {
        return new Indexed(source.id(), source.organisationId(), PostingKind.valueOf(source.kind()),
                PostingProfile.decode(Base64.getDecoder().decode(source.profile())), Instant.ofEpochMilli(source.changedAt()));
    }
}
