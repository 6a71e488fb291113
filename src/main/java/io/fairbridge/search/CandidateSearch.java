package io.fairbridge.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Finds postings of the other side that may fit: by meaning, by words and by glossary concepts, in one round trip.
@Component
public class CandidateSearch {

    /// A wordy posting is searched by its most frequent words; more would find everything.
    private static final int WORDS = 60;
    /// Postings searched for in one round trip, so that none lasts long.
    private static final int AT_ONCE = 8;
    private static final int READ_AT_ONCE = 200;

    private final PostingIndex index;
    private final SearchProperties properties;
    private final Clock clock;
    private final Cache<String, Kept> kept;

    CandidateSearch(PostingIndex index, SearchProperties properties, Clock clock) {
        this.index = index;
        this.properties = properties;
        this.clock = clock;
        this.kept = Caffeine.newBuilder().maximumWeight(properties.profileMemory().toBytes())
                .weigher((String id, Kept one) -> one.profile().length + 200).build();
    }

    /// A posting as the index knows it.
    ///
    /// @param postedAt when it was published or last changed
    public record Indexed(String id, String organisationId, PostingKind kind, PostingProfile profile, Instant postedAt) {
    }

    /// The profiles of these postings, as far as they are on the market and in the index, by id.
    public Map<String, Indexed> profiles(Collection<Posting> postings) {
        return fetch(postings.stream().map(Posting::id).distinct().toList()).stream().map(Kept::indexed).collect(Collectors.toMap(Indexed::id, one -> one));
    }

    /// Candidates for each of these postings, in the same order.
    public List<List<Indexed>> candidates(List<Posting> postings, Map<String, Indexed> profiles) {
        var found = new ArrayList<List<Indexed>>();
        for (int start = 0; start < postings.size(); start += AT_ONCE) {
            found.addAll(candidatesOfSome(postings.subList(start, Math.min(postings.size(), start + AT_ONCE)), profiles));
        }
        return found;
    }

    private List<List<Indexed>> candidatesOfSome(List<Posting> postings, Map<String, Indexed> profiles) {
        var requests = postings.stream().flatMap(posting -> requests(posting, profiles.get(posting.id()).profile()).stream()).toList();
        var answers = index.searchAll(MsearchRequest.of(all -> all.searches(requests)));
        int each = requests.size() / postings.size();
        var hits = IntStream.range(0, postings.size()).mapToObj(i -> {
            var revisions = new LinkedHashMap<String, Long>();
            for (var answer : answers.subList(i * each, (i + 1) * each)) {
                if (answer.isFailure()) {
                    throw new Unavailable("Candidates: " + answer.failure().error().reason());
                }
                answer.result().hits().hits().forEach(hit -> revisions.putIfAbsent(hit.id(), hit.version()));
            }
            return revisions;
        }).toList();
        var all = new HashMap<String, Long>();
        hits.forEach(all::putAll);
        var known = known(all);
        return hits.stream().map(revisions -> revisions.keySet().stream().map(known::get).filter(Objects::nonNull).map(Kept::indexed).toList()).toList();
    }

    /// A profile is some ten kilobytes and most candidates come again and again, so they are kept here by revision and only
    /// the others are read.
    private Map<String, Kept> known(Map<String, Long> revisions) {
        var known = new HashMap<String, Kept>();
        revisions.forEach((id, revision) -> Optional.ofNullable(kept.getIfPresent(id))
                .filter(one -> one.revision() == revision).ifPresent(one -> known.put(id, one)));
        var missing = revisions.keySet().stream().filter(id -> !known.containsKey(id)).toList();
        for (int start = 0; start < missing.size(); start += READ_AT_ONCE) {
            fetch(missing.subList(start, Math.min(missing.size(), start + READ_AT_ONCE))).forEach(one -> known.put(one.id(), one));
        }
        return known;
    }

    private List<Kept> fetch(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var answer = index.search(request -> request.query(one -> one.ids(list -> list.values(ids))).size(ids.size()));
        var found = answer.hits().hits().stream().map(hit -> Kept.of(hit.source())).toList();
        found.forEach(one -> kept.put(one.id(), one));
        return found;
    }

    /// What is kept of an indexed posting: packed, for unpacking is quick.
    private record Kept(String id, String organisationId, PostingKind kind, long revision, byte[] profile, Instant postedAt) {

        static Kept of(IndexedPosting source) {
            return new Kept(source.id(), source.organisationId(), PostingKind.valueOf(source.kind()), source.revision(),
                    Base64.getDecoder().decode(source.profile()), Instant.ofEpochMilli(source.changedAt()));
        }

        Indexed indexed() {
            return new Indexed(id, organisationId, kind, PostingProfile.decode(profile), postedAt);
        }
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
                .size(properties.neighbours()).source(source -> source.fetch(false)).version(true)
                .knn(knn -> knn.field("vector").queryVector(vector).k(properties.neighbours()).numCandidates(Math.max(properties.neighbours() * 3 / 2, 100))
                        .filter(others, Query.of(one -> one.bool(bool -> bool.mustNot(notOneself))))))));
        requests.add(byText(words + " " + english, List.of("titleTerms^2", "bodyTerms", "titleGloss^2", "bodyGloss"), others, notOneself));
        requests.add(byText(concepts, List.of("titleConcepts^2", "bodyConcepts"), others, notOneself));
        return requests;
    }

    private RequestItem byText(String text, List<String> fields, Query others, Query notOneself) {
        return RequestItem.of(item -> item.header(header -> header.index(index.alias())).body(request -> request
                .size(properties.wordHits()).source(source -> source.fetch(false)).version(true)
                .query(one -> one.bool(bool -> bool
                        .must(must -> must.multiMatch(match -> match.fields(fields).query(text)))
                        .filter(others).mustNot(notOneself)))));
    }
}
