package io.fairbridge.posting;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class PostingRepository {

    private final MongoTemplate mongo;

    PostingRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(Posting.class).createIndex(
                new Index().on("organisationId", Sort.Direction.ASC).on("updatedAt", Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
    }

    /// Keeps a new posting; false when its id is known already.
    boolean add(Posting posting) {
        try {
            mongo.insert(posting);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    /// Writes the next revision; false when somebody else wrote it first.
    boolean replace(Posting posting) {
        var previous = query(where("_id").is(posting.id()).and("revision").is(posting.revision() - 1));
        return mongo.replace(previous, posting).getModifiedCount() == 1;
    }

    boolean remove(Posting posting) {
        return mongo.remove(query(where("_id").is(posting.id()).and("revision").is(posting.revision())), Posting.class).getDeletedCount() == 1;
    }

    Optional<Posting> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Posting.class));
    }

    List<Posting> findAll(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)), Posting.class);
    }

    /// Keeps new postings; those that somebody else kept at the same time stay as they are.
    void addAll(Collection<Posting> postings) {
        try {
            mongo.insertAll(postings);
        } catch (DuplicateKeyException someAreKnown) {
            postings.forEach(this::add);
        }
    }

    /// Notes a newer source that says the same: no change for readers.
    void noteSource(Posting posting, Source source) {
        mongo.updateFirst(query(where("_id").is(posting.id()).and("revision").is(posting.revision())), new Update().set("source", source), Posting.class);
    }

    /// Everything that is not a draft, in the order of ids: what the search index is rebuilt from.
    Stream<Posting> streamPublished() {
        return mongo.stream(query(where("state").is(PostingStatus.PUBLISHED)).with(Sort.by("_id")), Posting.class);
    }

    /// One organisation's postings.
    ///
    /// @param kind   null is both
    /// @param states what may be seen
    record Selection(String organisationId, @Nullable PostingKind kind, @Nullable PostingStatus status, boolean withDrafts, Instant now) {

        Criteria criteria() {
            var all = new java.util.ArrayList<Criteria>();
            all.add(where("organisationId").is(organisationId));
            if (kind != null) {
                all.add(where("kind").is(kind));
            }
            if (!withDrafts) {
                all.add(where("state").is(PostingStatus.PUBLISHED));
                all.add(notOver());
            }
            if (status != null) {
                all.add(where("state").is(status == PostingStatus.EXPIRED ? PostingStatus.PUBLISHED : status));
                switch (status) {
                    case PUBLISHED -> all.add(notOver());
                    case EXPIRED -> all.add(where("content.validUntil").lte(now));
                    case DRAFT, WITHDRAWN -> { }
                }
            }
            return new Criteria().andOperator(all);
        }

        private Criteria notOver() {
            return new Criteria().orOperator(where("content.validUntil").is(null), where("content.validUntil").gt(now));
        }
    }

    /// A place in the order of [#page].
    record Place(Instant updatedAt, String id) {
    }

    /// Last changed first.
    List<Posting> page(Selection selection, @Nullable Place after, int limit) {
        var criteria = selection.criteria();
        if (after != null) {
            criteria = new Criteria().andOperator(criteria, new Criteria().orOperator(
                    where("updatedAt").lt(after.updatedAt()),
                    where("updatedAt").is(after.updatedAt()).and("_id").lt(after.id())));
        }
        return mongo.find(new Query(criteria).with(Sort.by(Sort.Order.desc("updatedAt"), Sort.Order.desc("_id"))).limit(limit), Posting.class);
    }

    int count(Selection selection) {
        return (int) mongo.count(new Query(selection.criteria()), Posting.class);
    }
}
