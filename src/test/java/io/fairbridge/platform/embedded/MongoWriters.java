package io.fairbridge.platform.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.UUID;
import org.bson.Document;

/// A process that writes to the embedded MongoDB until it is killed, and prints each write once it is acknowledged.
final class MongoWriters {

    static final String DATABASE = "durability";
    static final String INSERTED = "inserted";
    static final String COUNTED = "counted";
    private static final int WRITERS = 8;

    private MongoWriters() {}

    public static void main(String[] arguments) {
        var mongo = EmbeddedMongo.start(Path.of(arguments[0]));
        var database = MongoClients.create(mongo.uri(DATABASE)).getDatabase(DATABASE);
        var inserted = database.getCollection(INSERTED);
        inserted.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        var counted = database.getCollection(COUNTED);
        for (var writer = 0; writer < WRITERS; writer++) {
            var name = UUID.randomUUID().toString();
            Thread.ofPlatform().start(() -> write(inserted, counted, name));
        }
    }

    private static void write(MongoCollection<Document> inserted, MongoCollection<Document> counted, String name) {
        counted.insertOne(new Document("_id", name).append("count", 0));
        for (var number = 1; ; number++) {
            var id = name + "-" + number;
            inserted.insertOne(new Document("_id", id).append("key", "key-" + id).append("text", "展桥".repeat(60)));
            tell(INSERTED + " " + id);
            counted.updateOne(Filters.eq(name), Updates.inc("count", 1));
            tell(COUNTED + " " + name + " " + number);
        }
    }

    private static void tell(String line) {
        synchronized (MongoWriters.class) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
