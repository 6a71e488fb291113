package io.fairbridge.testing;

import com.mongodb.client.MongoClient;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/// Databases that the running application does not work on.
public final class Databases {

    private Databases() {
    }

    /// A new one on the same server.
    public static MongoTemplate fresh(MongoClient client, MongoConverter converter) {
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "t" + UUID.randomUUID().toString().replace("-", "")), converter);
    }
}
