package io.fairbridge.organisation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationRepository {

    private final MongoTemplate mongo;

    OrganisationRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(Organisation.class).createIndex(
                new Index().on("verification", Sort.Direction.ASC).on("createdAt", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
    }

    void add(Organisation organisation) {
        mongo.insert(organisation);
    }

    Optional<Organisation> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Organisation.class));
    }

    List<Organisation> findAll(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)), Organisation.class);
    }

    /// Writes the decision alone, so that a change of the profile at the same time is not undone.
    Optional<Organisation> decide(String id, OrganisationVerification decision, @Nullable String note) {
        var update = new Update().set("verification", decision).set("verificationNote", note);
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(id)), update, FindAndModifyOptions.options().returnNew(true), Organisation.class));
    }

    /// A place in the order of [#inState].
    record Place(Instant createdAt, String id) {
    }

    /// Those with this state after this place, oldest first, at most `limit`.
    List<Organisation> inState(OrganisationVerification state, @Nullable Place after, int limit) {
        var criteria = where("verification").is(state);
        if (after != null) {
            criteria = new Criteria().andOperator(criteria, new Criteria().orOperator(
                    where("createdAt").gt(after.createdAt()),
                    where("createdAt").is(after.createdAt()).and("_id").gt(after.id())));
        }
        return mongo.find(query(criteria).with(Sort.by("createdAt", "_id")).limit(limit), Organisation.class);
    }
}
