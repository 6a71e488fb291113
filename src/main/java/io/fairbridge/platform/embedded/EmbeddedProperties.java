package io.fairbridge.platform.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where Fairbridge keeps what is its own.
///
/// @param dataDir the folder of the embedded stores; one application at a time works on it
@ConfigurationProperties("fairbridge")
record EmbeddedProperties(@DefaultValue("data") Path dataDir) {}
