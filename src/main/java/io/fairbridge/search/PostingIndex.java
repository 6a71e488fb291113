package io.fairbridge.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorIndexOptionsType;
import co.elastic.clients.elasticsearch._types.mapping.DenseVectorSimilarity;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.json.JsonData;
import io.fairbridge.platform.Unavailable;
import io.fairbridge.search.embedding.Embedder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// The index of published postings in Elasticsearch. Readers use an alias; while an index is being rebuilt, changes go
/// to every index there is, so that the new one misses nothing.
@Component
@EnableConfigurationProperties(SearchProperties.class)
class PostingIndex {

    private static final Logger LOG = LoggerFactory.getLogger(PostingIndex.class);
    /// Raised with every change of the mapping or of how its fields are filled.
    private static final int LAYOUT = 2;
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(30);

    private final ElasticsearchClient client;
    private final SearchProperties properties;
    private final Embedder embedder;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();

    PostingIndex(ElasticsearchClient client, SearchProperties properties, Embedder embedder) {
        this.client = client;
        this.properties = properties;
        this.embedder = embedder;
    }

    String alias() {
        return properties.indexPrefix() + "-postings";
    }

    /// Changes whenever postings must be analysed anew.
    String fingerprint() {
        return LAYOUT + "-" + embedder.fingerprint();
    }

    <R> R within(Duration patience, Callable<R> call) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return call.call();
                } catch (Exception failure) {
                    throw new CompletionException(failure);
                }
            }, executor).orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException failure) {
            throw switch (failure.getCause()) {
                case TimeoutException slow -> new Unavailable("The search index does not answer", slow);
                case ElasticsearchException refused -> new Unavailable("The search index refused: " + refused.getMessage(), refused);
                case IOException broken -> new Unavailable("The search index is away", broken);
                case null, default -> failure;
            };
        }
    }

    ResponseBody<IndexedPosting> search(Function<SearchRequest.Builder, co.elastic.clients.util.ObjectBuilder<SearchRequest>> request) {
        return within(properties.patience(), () -> client.search(builder -> request.apply(builder.index(alias())), IndexedPosting.class));
    }

    /// Several searches in one round trip.
    List<MultiSearchResponseItem<IndexedPosting>> searchAll(MsearchRequest request) {
        return within(properties.patience(), () -> client.msearch(request, IndexedPosting.class)).responses();
    }

    /// What to write: null content takes the posting out.
    record Change(String id, int revision, @org.jspecify.annotations.Nullable IndexedPosting content) {
    }

    /// Writes to every index there is and returns when readers see it. Older revisions never replace newer ones.
    void write(List<Change> changes) {
        var indices = indices();
        if (indices.isEmpty()) {
            throw new Unavailable("The search index is not there yet");
        }
        write(changes, indices, Refresh.True);
    }

    void write(List<Change> changes, Set<String> indices, Refresh refresh) {
        var operations = new ArrayList<BulkOperation>();
        for (var index : indices) {
            changes.forEach(change -> operations.add(operation(change, index)));
        }
        var answer = within(WRITE_PATIENCE, () -> client.bulk(bulk -> bulk.operations(operations).refresh(refresh)));
        answer.items().stream().filter(item -> item.error() != null && item.status() != 409).findFirst().ifPresent(item -> {
            throw new Unavailable("Not indexed: " + item.error().reason());
        });
    }

    private static BulkOperation operation(Change change, String index) {
        return change.content() == null
                ? BulkOperation.of(one -> one.delete(delete -> delete.index(index).id(change.id())
                        .versionType(VersionType.ExternalGte).version((long) change.revision())))
                : BulkOperation.of(one -> one.<IndexedPosting>index(add -> add.index(index).id(change.id())
                        .versionType(VersionType.ExternalGte).version((long) change.revision()).document(change.content())));
    }

    void refresh(String index) {
        within(WRITE_PATIENCE, () -> client.indices().refresh(one -> one.index(index)));
    }

    /// Names of all indices, the one that is read and those being filled.
    Set<String> indices() {
        return within(properties.patience(), () -> client.indices()
                .get(one -> one.index(alias() + "-*").allowNoIndices(true).ignoreUnavailable(true)).indices().keySet());
    }

    /// Names of the indices behind the alias.
    Set<String> read() {
        return within(properties.patience(), () -> client.indices().existsAlias(one -> one.name(alias())).value()
                ? client.indices().getAlias(one -> one.name(alias())).aliases().keySet()
                : Set.of());
    }

    /// Whether this index was filled by the present analysis.
    boolean isCurrent(String index) {
        return within(properties.patience(), () -> {
            var state = client.indices().get(one -> one.index(index)).indices().get(index);
            var meta = state == null || state.mappings() == null ? null : state.mappings().meta().get("fingerprint");
            return meta != null && fingerprint().equals(meta.to(String.class));
        });
    }

    String create() {
        var name = alias() + "-" + Long.toString(System.currentTimeMillis(), 36);
        within(WRITE_PATIENCE, () -> client.indices().create(one -> one
                .index(name)
                .settings(settings -> settings.numberOfShards("1").autoExpandReplicas("0-1").refreshInterval(time -> time.time("-1"))
                        .maxResultWindow(10_000))
                .mappings(mapping -> mapping
                        .dynamic(DynamicMapping.Strict)
                        .meta(Map.of("fingerprint", JsonData.of(fingerprint())))
                        .source(source -> source.excludes("vector", "titleTerms", "bodyTerms", "titleGloss", "bodyGloss", "titleConcepts", "bodyConcepts", "bigrams"))
                        .properties(fields()))));
        return name;
    }

    private Map<String, Property> fields() {
        var fields = new LinkedHashMap<String, Property>();
        for (var name : List.of("id", "kind", "organisationId", "party", "country", "category", "markets", "deliveryModes", "languages", "fairIds")) {
            fields.put(name, Property.of(field -> field.keyword(keyword -> keyword)));
        }
        for (var name : List.of("titleTerms", "bodyTerms", "titleGloss", "bodyGloss", "titleConcepts", "bodyConcepts", "bigrams")) {
            fields.put(name, Property.of(field -> field.text(text -> text.analyzer("whitespace"))));
        }
        for (var name : List.of("publishedAt", "changedAt", "validUntil")) {
            fields.put(name, Property.of(field -> field.long_(number -> number)));
        }
        fields.put("revision", Property.of(field -> field.integer(number -> number.index(false))));
        fields.put("profile", Property.of(field -> field.binary(binary -> binary)));
        fields.put("vector", Property.of(field -> field.denseVector(vector -> vector
                .dims(embedder.dimensions()).index(true).similarity(DenseVectorSimilarity.Cosine)
                .indexOptions(options -> options.type(DenseVectorIndexOptionsType.Int8Hnsw)))));
        return fields;
    }

    /// Lets readers use this index from now on, and drops the others.
    void switchTo(String index) {
        var old = new ArrayList<>(indices());
        old.remove(index);
        within(WRITE_PATIENCE, () -> client.indices().updateAliases(all -> {
            all.actions(one -> one.add(add -> add.index(index).alias(alias())));
            read().stream().filter(name -> !name.equals(index)).forEach(name -> all.actions(one -> one.remove(remove -> remove.index(name).alias(alias()))));
            return all;
        }));
        old.forEach(this::drop);
        LOG.debug("Readers use index {}", index);
    }

    void drop(String index) {
        within(WRITE_PATIENCE, () -> client.indices().delete(one -> one.index(index).ignoreUnavailable(true)));
    }
}
