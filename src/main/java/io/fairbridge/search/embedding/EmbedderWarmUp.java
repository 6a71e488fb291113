package io.fairbridge.search.embedding;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Loads the models beside the rest of the start, which need not wait for them.
@Component
class EmbedderWarmUp {

    private final Embedder embedder;

    EmbedderWarmUp(Embedder embedder) {
        this.embedder = embedder;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        Thread.ofPlatform().daemon().name("embedder-warm-up").priority(Thread.MIN_PRIORITY).start(embedder::warmUp);
    }
}
