package io.fairbridge.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import io.fairbridge.platform.BadRequest;
import io.fairbridge.platform.Connection.PageInfo;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.posting.Postings;
import io.fairbridge.search.text.Glosser;
import io.fairbridge.search.text.TextAnalyzer;
import io.fairbridge.taxonomy.ConceptTagger;
import io.fairbridge.taxonomy.ServiceCategories;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Finds published postings by words and filters.
@Service
class PostingSearch {

    static final int QUERY_LIMIT = 500;
    private static final int FACET_VALUES = 30;
    private static final Map<String, String> FACETS = new LinkedHashMap<>();

    static {
        FACETS.put("categories", "category");
        FACETS.put("countries", "country");
        FACETS.put("markets", "markets");
        FACETS.put("deliveryModes", "deliveryModes");
        FACETS.put("languages", "languages");
    }

    private final PostingIndex index;
    private final Postings postings;
    private final TextAnalyzer analyzer;
    private final Glosser glosser;
    private final ConceptTagger tagger;
    private final Highlighter highlighter;
    private final ServiceCategories categories;
    private final Clock clock;

    PostingSearch(
            PostingIndex index, Postings postings, TextAnalyzer analyzer, Glosser glosser, ConceptTagger tagger, Highlighter highlighter,
            ServiceCategories categories, Clock clock) {
        this.index = index;
        this.postings = postings;
        this.analyzer = analyzer;
        this.glosser = glosser;
        this.tagger = tagger;
        this.highlighter = highlighter;
        this.categories = categories;
        this.clock = clock;
    }

    /// @throws BadRequest when the words are too long, the filter names codes that do not exist, or the cursor is none
    SearchConnection search(PostingKind kind, @Nullable String words, PostingFilter filter, @Nullable PostingSort sort, PageRequest page) {
        filter.problems(categories).stream().findFirst().ifPresent(problem -> {
            throw new BadRequest("`filter." + String.join(".", problem.path()) + "` has a value that is not allowed.");
        });
        var query = read(words);
        boolean byRelevance = sort != PostingSort.NEWEST && !query.isEmpty();
        var answer = index.search(request -> {
            // One more than the page holds tells whether there is another page.
            request.query(query(kind, query, filter)).size(page.first() + 1).trackTotalHits(total -> total.enabled(true))
                    .source(source -> source.filter(only -> only.includes("id")))
                    .sort(order(byRelevance));
            page.start().ifPresent(start -> request.searchAfter(place(start, byRelevance)));
            FACETS.forEach((name, field) -> request.aggregations(name, Aggregation.of(one -> one.terms(terms -> terms.field(field).size(FACET_VALUES)))));
            return request;
        });
        return found(answer, query, page);
    }

    WordQuery read(@Nullable String words) {
        var text = Objects.requireNonNullElse(words, "").strip();
        if (text.codePointCount(0, text.length()) > QUERY_LIMIT) {
            throw new BadRequest("`query` has more than " + QUERY_LIMIT + " characters.");
        }
        return WordQuery.read(text, analyzer, glosser, tagger);
    }

    Query query(PostingKind kind, WordQuery words, PostingFilter filter) {
        var clauses = new ArrayList<>(filter.clauses());
        clauses.add(onTheMarket(kind, clock));
        return Query.of(one -> one.bool(bool -> {
            if (!words.isEmpty()) {
                bool.must(words.query(analyzer));
            }
            return bool.filter(clauses);
        }));
    }

    /// Only published postings are in the index, but the time of some may have run out since.
    static Query onTheMarket(PostingKind kind, Clock clock) {
        double now = clock.millis();
        return Query.of(one -> one.bool(bool -> bool
                .filter(filter -> filter.term(term -> term.field("kind").value(kind.name())))
                .mustNot(not -> not.range(range -> range.number(number -> number.field("validUntil").lte(now))))));
    }

    private static List<SortOptions> order(boolean byRelevance) {
        var newest = SortOptions.of(one -> one.field(field -> field.field("publishedAt").order(SortOrder.Desc)));
        var id = SortOptions.of(one -> one.field(field -> field.field("id").order(SortOrder.Asc)));
        var best = SortOptions.of(one -> one.score(score -> score.order(SortOrder.Desc)));
        return byRelevance ? List.of(best, newest, id) : List.of(newest, id);
    }

    /// A cursor is the place of its entry in the order: score if there is one, time, id.
    private static List<FieldValue> place(String cursor, boolean byRelevance) {
        var parts = cursor.split("\\|", -1);
        try {
            if (byRelevance && parts.length == 3) {
                return List.of(FieldValue.of(score(parts[0])), FieldValue.of(Long.parseLong(parts[1])), FieldValue.of(parts[2]));
            }
            if (!byRelevance && parts.length == 2) {
                return List.of(FieldValue.of(Long.parseLong(parts[0])), FieldValue.of(parts[1]));
            }
        } catch (NumberFormatException notOurs) {
            // told below
        }
        throw PageRequest.badCursor();
    }

    private static double score(String text) {
        double score = Double.parseDouble(text);
        if (!Double.isFinite(score)) {
            throw PageRequest.badCursor();
        }
        return score;
    }

    private static String cursor(Hit<IndexedPosting> hit) {
        return PageRequest.cursor(hit.sort().stream().map(value -> value._toJsonString()).collect(Collectors.joining("|")));
    }

    private SearchConnection found(ResponseBody<IndexedPosting> answer, WordQuery query, PageRequest page) {
        boolean more = answer.hits().hits().size() > page.first();
        var hits = more ? answer.hits().hits().subList(0, page.first()) : answer.hits().hits();
        var stored = postings.findAll(hits.stream().map(Hit::id).toList());
        var now = clock.instant();
        // The index may lag behind the store for a moment: what has just been withdrawn is left out.
        var edges = hits.stream()
                .flatMap(hit -> Optional.ofNullable(stored.get(hit.id())).filter(posting -> posting.isOnTheMarket(now))
                        .map(posting -> new SearchConnection.Edge(cursor(hit), posting, query.isEmpty() ? List.of() : highlighter.highlight(posting.content(), query)))
                        .stream())
                .toList();
        long total = Optional.ofNullable(answer.hits().total()).map(count -> count.value()).orElse(0L);
        // The next page begins after the last hit, shown or left out.
        var info = PageInfo.of(hits.stream().map(PostingSearch::cursor).toList(), page.start().isPresent(), more);
        return new SearchConnection((int) total, edges, info, facets(answer));
    }

    private static List<Facet> facets(ResponseBody<IndexedPosting> answer) {
        return FACETS.keySet().stream().map(name -> {
            var aggregate = answer.aggregations().get(name);
            var buckets = aggregate == null || !aggregate.isSterms() ? List.<Facet.Bucket>of()
                    : aggregate.sterms().buckets().array().stream()
                            .map(bucket -> new Facet.Bucket(name, bucket.key().stringValue(), (int) bucket.docCount())).toList();
            return new Facet(name, buckets);
        }).toList();
    }
}
