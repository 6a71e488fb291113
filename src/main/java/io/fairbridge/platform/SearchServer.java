package io.fairbridge.platform;

import java.time.Duration;

/// The Elasticsearch that Fairbridge works with, be it embedded or a cluster of its own. The embedded one starts beside
/// the application and answers some seconds after it.
public interface SearchServer {

    /// Whether it answers now.
    boolean isReady();

    /// Waits until it answers; false when it still does not after the given time, or when the thread is interrupted
    /// (whose mark stays set).
    boolean await(Duration atMost);
}
