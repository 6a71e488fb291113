package io.fairbridge.search;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.IdSource;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.UserErrorCode;
import io.fairbridge.platform.Viewer;
import io.fairbridge.taxonomy.ServiceCategories;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/// The searches that people keep.
@Service
public class SavedSearches {

    private static final int NAME_LIMIT = 100;
    private static final int LIMIT = 50;

    private final MongoTemplate mongo;
    private final ServiceCategories categories;
    private final IdSource ids;
    private final Clock clock;

    SavedSearches(MongoTemplate mongo, ServiceCategories categories, IdSource ids, Clock clock) {
        this.mongo = mongo;
        this.categories = categories;
        this.ids = ids;
        this.clock = clock;
        mongo.indexOps(SavedSearch.class).createIndex(new Index().on("accountId", Sort.Direction.ASC).on("_id", Sort.Direction.DESC));
        mongo.indexOps(SavedSearch.class).createIndex(new Index().on("alert", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    Outcome<SavedSearch> save(SaveSearchInput input, Viewer viewer) {
        var owner = viewer.signedIn();
        var problems = new Problems();
        var name = problems.text(input.name(), NAME_LIMIT, "name");
        var words = problems.optionalText(input.query(), PostingSearch.QUERY_LIMIT, "query");
        var filter = Optional.ofNullable(input.filter()).orElse(PostingFilter.NONE);
        problems.addAll("filter", filter.problems(categories));
        if (problems.none() && of(viewer).size() >= LIMIT) {
            problems.add(UserErrorCode.LIMIT_EXCEEDED, "tooManySearches", List.of(LIMIT));
        }
        if (!problems.none()) {
            return Outcome.refused(problems.found());
        }
        return Outcome.done(mongo.insert(new SavedSearch(ids.next(), owner, name, input.kind(), words.isEmpty() ? null : words,
                filter.stated(), !Boolean.FALSE.equals(input.alert()), clock.instant())));
    }

    Outcome<String> delete(String globalId, Viewer viewer) {
        var owner = viewer.signedIn();
        return GlobalId.local(globalId, SavedSearch.TYPE)
                .filter(id -> mongo.remove(query(where("_id").is(id).and("accountId").is(owner)), SavedSearch.class).getDeletedCount() == 1)
                .map(id -> Outcome.done(globalId))
                .orElseGet(() -> Outcome.refused(UserError.notFound("id")));
    }

    List<SavedSearch> of(Viewer viewer) {
        return mongo.find(query(where("accountId").is(viewer.signedIn())).with(Sort.by(Sort.Direction.DESC, "_id")), SavedSearch.class);
    }

    /// Those of the searches that this viewer keeps, by id.
    public Map<String, SavedSearch> findAll(Collection<String> searchIds, Viewer viewer) {
        return searchIds.isEmpty() || !viewer.isSignedIn() ? Map.of()
                : mongo.find(query(where("_id").in(searchIds).and("accountId").is(viewer.signedIn())), SavedSearch.class).stream()
                        .collect(toMap(SavedSearch::id, identity()));
    }

    /// Some of those with alert, in the order of their ids, after this one; from the start when it is empty, which no id is
    /// and which compares with none.
    List<SavedSearch> withAlert(String afterId, int limit) {
        var alert = where("alert").is(true);
        return mongo.find(query(afterId.isEmpty() ? alert : alert.and("_id").gt(afterId)).with(Sort.by("_id")).limit(limit), SavedSearch.class);
    }
}
