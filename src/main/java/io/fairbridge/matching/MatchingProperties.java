package io.fairbridge.matching;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of matching.
///
/// @param threshold points from which both sides are told of a match
@ConfigurationProperties("fairbridge.matching")
record MatchingProperties(@DefaultValue("60") int threshold) {
}
