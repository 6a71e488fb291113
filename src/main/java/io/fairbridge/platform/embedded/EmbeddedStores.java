package io.fairbridge.platform.embedded;

import com.mongodb.ConnectionString;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/// Starts the stores that come with Fairbridge, for those that no setting names.
///
/// This happens before any bean is made: Elasticsearch takes longest of all to start, and does so beside the beans.
/// As beans the stores are what the clients depend on, so they are closed after the last of them, and the folder is
/// let go after both.
public final class EmbeddedStores implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String DATABASE = "fairbridge";
    private static final String FOLDER = "dataFolder";

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        var wantsMongo = !names(environment, "spring.mongodb.uri", "spring.mongodb.host", "spring.data.mongodb.uri");
        var wantsElasticsearch = !names(environment, "spring.elasticsearch.uris");
        if (!wantsMongo && !wantsElasticsearch) {
            return;
        }
        var data = DataFolder.open(
                Binder.get(environment).bindOrCreate("fairbridge", EmbeddedProperties.class).dataDir());
        context.registerBean(FOLDER, DataFolder.class, () -> data);
        if (wantsElasticsearch) {
            var elasticsearch = EmbeddedElasticsearch.start(data.elasticsearch());
            context.registerBean(EmbeddedElasticsearch.class, () -> elasticsearch, inFolder());
            context.registerBean(ElasticsearchConnectionDetails.class,
                    () -> connectionTo(context.getBean(EmbeddedElasticsearch.class)));
        }
        if (wantsMongo) {
            var mongo = EmbeddedMongo.start(data.mongo());
            context.registerBean(EmbeddedMongo.class, () -> mongo, inFolder());
            context.registerBean(MongoConnectionDetails.class,
                    () -> connectionTo(context.getBean(EmbeddedMongo.class)));
        }
    }

    private static BeanDefinitionCustomizer inFolder() {
        return definition -> definition.setDependsOn(FOLDER);
    }

    private static boolean names(Environment environment, String... properties) {
        return Stream.of(properties).anyMatch(environment::containsProperty);
    }

    private static MongoConnectionDetails connectionTo(EmbeddedMongo mongo) {
        var uri = new ConnectionString(mongo.uri(DATABASE));
        return () -> uri;
    }

    private static ElasticsearchConnectionDetails connectionTo(EmbeddedElasticsearch elasticsearch) {
        var nodes = List.of(node(URI.create(elasticsearch.uri())));
        return () -> nodes;
    }

    private static Node node(URI uri) {
        return new Node(uri.getHost(), uri.getPort(), Node.Protocol.HTTP, null, null);
    }
}
