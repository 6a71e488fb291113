package io.fairbridge.matching;

import java.time.Instant;

/// An offering and a demand fit well enough to tell both sides. Published synchronously while the changed posting is worked
/// off, and again whenever that work is repeated: who listens must tell each recipient once a pair.
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
