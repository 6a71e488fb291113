package io.fairbridge.matching;

import java.time.Instant;

/// An offering and a demand fit well enough to tell both sides; one of [MatchesFound].
///
/// @param score    its points
/// @param postedAt when the later of the two postings was published or last changed
/// @param matchedAt when the match was first found
public record MatchFound(
        String offeringId,
        String demandId,
        String offeringOrganisationId,
        String demandOrganisationId,
        String offeringTitle,
        String demandTitle,
        int score,
        Instant postedAt,
        Instant matchedAt) {
}
