package io.fairbridge.killing;

import io.fairbridge.posting.Posting;
import io.fairbridge.posting.PostingStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveCallback;

/// Places on a posting's way where the process dies when a file of the place's name says `halt`, and waits while it says
/// anything else. Part of the application only where `killing.folder` is set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("killing.folder")
class KillPoints {

    static final String BEFORE_SAVING = "before-saving";
    static final String BEFORE_INDEXING = "before-indexing";
    static final String BEFORE_MATCHING = "before-matching";
    static final String BEFORE_ALERTS = "before-alerts";
    static final String AFTER_ALERTS = "after-alerts";

    private final Path folder;

    KillPoints(@Value("${killing.folder}") Path folder) {
        this.folder = folder;
    }

    /// Behind the outbox, before the posting.
    @Bean
    BeforeSave beforeSaving() {
        return new BeforeSave(this);
    }

    record BeforeSave(KillPoints points) implements BeforeSaveCallback<Posting> {

        @Override
        public Posting onBeforeSave(Posting posting, org.bson.Document document, String collection) {
            points.pass(BEFORE_SAVING);
            return posting;
        }
    }

    @Bean
    @Order(5)
    PostingStep beforeIndexing() {
        return changed -> pass(BEFORE_INDEXING);
    }

    @Bean
    @Order(15)
    PostingStep beforeMatching() {
        return changed -> pass(BEFORE_MATCHING);
    }

    @Bean
    @Order(25)
    PostingStep beforeAlerts() {
        return changed -> pass(BEFORE_ALERTS);
    }

    @Bean
    @Order(35)
    PostingStep afterAlerts() {
        return changed -> pass(AFTER_ALERTS);
    }

    private void pass(String point) {
        var file = folder.resolve(point);
        try {
            while (Files.exists(file)) {
                if (Files.readString(file).equals("halt")) {
                    Runtime.getRuntime().halt(137);
                }
                Thread.sleep(20);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
