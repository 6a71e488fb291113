package io.fairbridge.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoDurabilityIT {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final int SPREAD_MILLIS = 2000;

    @RepeatedTest(3)
    void givenWritersAtWork_whenTheirProcessIsKilled_thenEveryAcknowledgedWriteIsThereAndIndexed(@TempDir Path folder)
            throws IOException, InterruptedException {
        var acknowledged = killedWriters(folder);

        try (var mongo = EmbeddedMongo.start(folder); var client = MongoClients.create(mongo.uri(MongoWriters.DATABASE))) {
            assertThat(acknowledged).hasSizeGreaterThan(50);
            assertThat(acknowledged).filteredOn(line -> !isThere(client, line)).isEmpty();
        }
    }

    private static List<String> killedWriters(Path folder) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "-Dlogging.level.root=off", MongoWriters.class.getName(), folder.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var writers = builder.redirectError(Redirect.DISCARD).start();
        var lines = new ArrayList<String>();
        try (var output = writers.inputReader()) {
            var killer = Thread.ofPlatform().unstarted(() -> kill(writers));
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (isWhole(line)) {
                    lines.add(line);
                    if (lines.size() == 1) {
                        killer.start();
                    }
                }
            }
        }
        writers.waitFor();
        return lines;
    }

    private static void kill(Process process) {
        try {
            Thread.sleep(SHORTEST.plusMillis(ThreadLocalRandom.current().nextInt(SPREAD_MILLIS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /// Neither a line of the log nor one that the kill has cut.
    private static boolean isWhole(String line) {
        return line.matches("inserted [0-9a-f-]{36}-\\d+") || line.matches("counted [0-9a-f-]{36} \\d+");
    }

    private static boolean isThere(MongoClient client, String line) {
        var words = line.split(" ");
        var collection = client.getDatabase(MongoWriters.DATABASE).getCollection(words[0]);
        var byId = collection.find(Filters.eq(words[1])).first();
        return byId != null && switch (words[0]) {
            case MongoWriters.INSERTED -> byId.equals(collection.find(Filters.eq("key", "key-" + words[1])).first());
            // The last line may be cut: then the count is above it, never below.
            default -> byId.getInteger("count") >= Integer.parseInt(words[2]);
        };
    }
}
