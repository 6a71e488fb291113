package io.fairbridge.matching;

import java.util.Optional;

/// A match is its pair: there can be only one.
record MatchId(String offeringId, String demandId) {

    static Optional<MatchId> of(String local) {
        var parts = local.split(":", -1);
        return parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()
                ? Optional.of(new MatchId(parts[0], parts[1]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return offeringId + ":" + demandId;
    }
}
