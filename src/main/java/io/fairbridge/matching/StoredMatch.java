package io.fairbridge.matching;

import java.time.Instant;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// A match that was told or judged.
///
/// @param id       `offering:demand`
/// @param postedAt when the later of the two postings was published or last changed before the match was found
/// @param reviews  by organisation: what each side thinks of it
@Document("matches")
record StoredMatch(
        @Id String id,
        String offeringId,
        String demandId,
        String offeringOrganisationId,
        String demandOrganisationId,
        Score score,
        Instant postedAt,
        Instant matchedAt,
        Map<String, MatchReview> reviews) {

    StoredMatch {
        reviews = reviews == null ? Map.of() : Map.copyOf(reviews);
    }
}
