package io.fairbridge.notification;

import static java.util.stream.Collectors.toSet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/// The entries of all inboxes. Every read goes by `_id` or by the unique `key`, for the embedded MongoDB knows no other index.
@Repository
class EntryRepository {

    static final String COLLECTION = "notifications";

    private final MongoTemplate mongo;

    EntryRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index().on("key", Sort.Direction.ASC).unique());
    }

    /// Adds entries in this order, up to the first whose place or key is taken.
    ///
    /// @return how many were added
    int add(List<Entry> entries) {
        var documents = entries.stream().map(EntryCodec::document).toList();
        return mongo.execute(COLLECTION, collection -> {
            try {
                collection.insertMany(documents);
                return documents.size();
            } catch (MongoBulkWriteException stopped) {
                var error = stopped.getWriteErrors().getFirst();
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw stopped;
                }
                return error.getIndex();
            }
        });
    }

    /// Which of these keys are told already.
    Set<String> known(Collection<String> keys) {
        return mongo.execute(COLLECTION, collection -> collection.find(Filters.in("key", keys))
                .projection(Projections.include("key")).map(found -> found.getString("key")).into(new ArrayList<String>())).stream().collect(toSet());
    }

    /// Which of these places are taken.
    Set<EntryId> taken(Collection<EntryId> places) {
        return mongo.execute(COLLECTION, collection -> collection.find(at(places)).projection(Projections.include("_id"))
                .map(found -> EntryId.of(found.getString("_id")).orElseThrow()).into(new ArrayList<EntryId>())).stream().collect(toSet());
    }

    /// The entries at these places, in no order.
    List<Entry> find(Collection<EntryId> places) {
        return places.isEmpty() ? List.of() : mongo.execute(COLLECTION, collection -> collection.find(at(places))
                .map(EntryCodec::entry).into(new ArrayList<Entry>()));
    }

    /// The entries that follow a place, without a gap.
    List<Entry> following(EntryId place, int limit) {
        var found = find(LongStream.rangeClosed(place.number() + 1, place.number() + limit)
                .mapToObj(number -> new EntryId(place.accountId(), number)).toList()).stream()
                .sorted(Comparator.comparingLong(Entry::number)).toList();
        int unbroken = 0;
        while (unbroken < found.size() && found.get(unbroken).number() == place.number() + 1 + unbroken) {
            unbroken++;
        }
        return found.subList(0, unbroken);
    }

    private static org.bson.conversions.Bson at(Collection<EntryId> places) {
        return Filters.in("_id", places.stream().map(EntryId::text).toList());
    }

    /// Keeps when entries were delivered; the first time stays.
    void delivered(Map<EntryId, Instant> times) {
        var updates = times.entrySet().stream().map(time -> new UpdateOneModel<Document>(
                Filters.and(Filters.eq("_id", time.getKey().text()), Filters.eq("deliveredAt", null)),
                Updates.set("deliveredAt", Date.from(time.getValue())))).toList();
        mongo.execute(COLLECTION, collection -> collection.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
    }
}
