package io.fairbridge.search;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The right to rebuild the search index: one node has it at a time, and a dead one loses it.
@Component
class RebuildLease {

    private static final String COLLECTION = "settings";
    private static final String ID = "index-rebuild";
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final MongoTemplate mongo;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();

    RebuildLease(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /// Takes the lease; false when another node holds it.
    boolean take() {
        var free = new Query(Criteria.where("_id").is(ID).orOperator(
                Criteria.where("until").lt(Date.from(clock.instant())), Criteria.where("holder").is(holder)));
        try {
            mongo.findAndModify(free, held(), FindAndModifyOptions.options().upsert(true), Document.class, COLLECTION);
            return true;
        } catch (DuplicateKeyException held) {
            return false;
        }
    }

    void renew() {
        mongo.updateFirst(own(), held(), COLLECTION);
    }

    void giveBack() {
        mongo.remove(own(), COLLECTION);
    }

    private Query own() {
        return new Query(Criteria.where("_id").is(ID).and("holder").is(holder));
    }

    private Update held() {
        return new Update().set("holder", holder).set("until", Date.from(clock.instant().plus(LEASE)));
    }
}
