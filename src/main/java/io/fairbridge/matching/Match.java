package io.fairbridge.matching;

import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.posting.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An offering and a demand that may fit, as one side sees it.
///
/// @param status how the viewer's side stands to it
/// @param note   what the viewer's side noted with its verdict
public record Match(Posting offering, Posting demand, Score scored, MatchStatus status, @Nullable String note) implements GlobalNode {

    /// Name of the type in the schema.
    public static final String TYPE = "Match";

    @Override
    public GlobalId globalId() {
        return new GlobalId(TYPE, id().toString());
    }

    MatchId id() {
        return new MatchId(offering.id(), demand.id());
    }

    public int score() {
        return scored.points();
    }

    public List<Reason> reasons() {
        return scored.reasons();
    }
}
