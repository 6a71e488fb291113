package io.fairbridge.platform.start;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.fairbridge.platform.SearchServer;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Asks the server until it answers, which is the same for the embedded one and for any other.
@Component
class PolledSearchServer implements SearchServer {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Rest5Client client;

    PolledSearchServer(Rest5Client client) {
        this.client = client;
    }

    @Override
    public boolean isReady() {
        try {
            return client.performRequest(new Request("GET", "/_cluster/health")).getStatusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean await(Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!isReady()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
