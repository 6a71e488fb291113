package io.fairbridge.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the outbox.
///
/// @param batch   entries taken at once
/// @param lease   how long a worker may work on them before others take them over
/// @param poll    how often to look for what other nodes wrote or left behind
/// @param patience how long an entry waits for its document before the change counts as never made
@ConfigurationProperties("fairbridge.outbox")
public record OutboxProperties(
        @DefaultValue("64") int batch,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration patience) {
}
