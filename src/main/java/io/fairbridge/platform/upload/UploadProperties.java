package io.fairbridge.platform.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param kept       how long a file stays
/// @param perAccount how many files of one account stay; the oldest goes when another comes
@ConfigurationProperties("fairbridge.uploads")
record UploadProperties(@DefaultValue("1d") Duration kept, @DefaultValue("20") int perAccount) {
}
