package io.fairbridge.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one side thinks of a match.
///
/// @param organisationId the side
/// @param accountId      who judged
public record MatchReview(String organisationId, MatchVerdict verdict, @Nullable String note, String accountId, Instant at) {
}
