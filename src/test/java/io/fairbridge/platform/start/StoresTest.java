package io.fairbridge.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.SearchServer;
import io.fairbridge.testing.FairbridgeTest;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@FairbridgeTest
class StoresTest {

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private SearchServer searchServer;

    @Test
    void givenTheSharedStores_whenAsked_thenBothAnswer() {
        mongo.insert(new Document("_id", 1).append("name", "展桥"), "things");

        assertThat(mongo.findById(1, Document.class, "things")).containsEntry("name", "展桥");
        assertThat(searchServer.await(Duration.ZERO)).isTrue();
    }
}
