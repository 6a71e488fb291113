package io.fairbridge.matching;

import java.util.List;

/// Offerings and demands that fit well enough to tell both sides. Published synchronously while changed postings are worked
/// off, and again whenever that work is repeated: who listens must tell each recipient once a pair.
public record MatchesFound(List<MatchFound> matches) {

    public MatchesFound {
        matches = List.copyOf(matches);
    }
}
