package io.fairbridge.matching;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.fairbridge.posting.Posting;
import io.fairbridge.posting.PostingKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MatchRepository {

    private final MongoTemplate mongo;

    MatchRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(StoredMatch.class).createIndex(new Index().on("offeringId", Sort.Direction.ASC));
        mongo.indexOps(StoredMatch.class).createIndex(new Index().on("demandId", Sort.Direction.ASC));
    }

    Map<String, StoredMatch> findAll(Collection<String> ids) {
        return ids.isEmpty() ? Map.of()
                : mongo.find(query(where("_id").in(ids)), StoredMatch.class).stream().collect(toMap(StoredMatch::id, identity()));
    }

    /// The kept matches of a posting that is no longer on the market.
    List<StoredMatch> ofPosting(Posting posting) {
        return mongo.find(query(where(posting.kind() == PostingKind.OFFERING ? "offeringId" : "demandId").is(posting.id())), StoredMatch.class);
    }

    /// Keeps matches: new ones whole, of known ones the score. Doing it twice changes nothing.
    void keep(Collection<StoredMatch> matches) {
        if (matches.isEmpty()) {
            return;
        }
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, StoredMatch.class);
        matches.forEach(match -> bulk.upsert(query(where("_id").is(match.id())), kept(match)));
        bulk.execute();
    }

    private static Update kept(StoredMatch match) {
        return new Update()
                .set("score", match.score())
                .setOnInsert("offeringId", match.offeringId())
                .setOnInsert("demandId", match.demandId())
                .setOnInsert("offeringOrganisationId", match.offeringOrganisationId())
                .setOnInsert("demandOrganisationId", match.demandOrganisationId())
                .setOnInsert("postedAt", match.postedAt())
                .setOnInsert("matchedAt", match.matchedAt());
    }

    Optional<StoredMatch> review(StoredMatch match, MatchReview review) {
        return changed(match, kept(match).set("reviews." + review.organisationId(), review));
    }

    Optional<StoredMatch> undoReview(StoredMatch match, String organisationId) {
        return changed(match, kept(match).unset("reviews." + organisationId));
    }

    private Optional<StoredMatch> changed(StoredMatch match, Update update) {
        return Optional.ofNullable(mongo.findAndModify(query(where("_id").is(match.id())), update,
                FindAndModifyOptions.options().upsert(true).returnNew(true), StoredMatch.class));
    }
}
