package io.fairbridge.notification;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.fairbridge.notification.ReadMarks.Stretch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/// One small document an account.
@Repository
class InboxRepository {

    private static final String COLLECTION = "inboxes";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoTemplate mongo;

    InboxRepository(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// The inboxes of these accounts; an empty one for whom there is none.
    Map<String, Inbox> find(Collection<String> accountIds) {
        var inboxes = new HashMap<String, Inbox>();
        accountIds.forEach(id -> inboxes.put(id, Inbox.empty(id)));
        mongo.execute(COLLECTION, collection -> collection.find(Filters.in("_id", inboxes.keySet()))
                .map(InboxRepository::inbox).into(new ArrayList<Inbox>())).forEach(inbox -> inboxes.put(inbox.accountId(), inbox));
        return inboxes;
    }

    /// Notes how far inboxes go; never backwards.
    void advance(Map<String, Long> lasts) {
        var updates = lasts.entrySet().stream().map(last -> new UpdateOneModel<Document>(
                Filters.eq("_id", last.getKey()), Updates.max("last", last.getValue()), UPSERT)).toList();
        mongo.execute(COLLECTION, collection -> collection.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
    }

    /// Writes the next revision of the read marks; false when somebody else wrote it first. The inbox must go as far as
    /// its marks, so that it has a document.
    boolean mark(Inbox next) {
        var before = Filters.and(Filters.eq("_id", next.accountId()),
                next.revision() == 1 ? Filters.exists("revision", false) : Filters.eq("revision", next.revision() - 1));
        var marks = Updates.combine(Updates.set("reads", documents(next.reads())), Updates.set("revision", next.revision()));
        return mongo.execute(COLLECTION, collection -> collection.updateOne(before, marks)).getMatchedCount() == 1;
    }

    private static List<Document> documents(ReadMarks marks) {
        return marks.stretches().stream()
                .map(stretch -> new Document("from", stretch.from()).append("to", stretch.to()).append("at", Date.from(stretch.at()))).toList();
    }

    private static Inbox inbox(Document document) {
        var stretches = Optional.ofNullable(document.getList("reads", Document.class)).orElse(List.of()).stream()
                .map(read -> new Stretch(read.getLong("from"), read.getLong("to"), read.getDate("at").toInstant())).toList();
        return new Inbox(document.getString("_id"), number(document, "last"), new ReadMarks(stretches), number(document, "revision"));
    }

    private static long number(Document document, String name) {
        return document.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
