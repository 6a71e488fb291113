package io.fairbridge.matching;

import io.fairbridge.platform.Connection;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.NodeSource;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.SupportedLocales;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.Viewer;
import io.fairbridge.posting.Posting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class MatchController implements NodeSource {

    private final Matches matches;

    MatchController(Matches matches) {
        this.matches = matches;
    }

    record ReviewMatchInput(String matchId, MatchVerdict verdict, @Nullable String note) {
    }

    record UndoMatchReviewInput(String matchId) {
    }

    record MatchPayload(@Nullable Match match, List<UserError> errors) {
    }

    @SchemaMapping(typeName = "Offering", field = "matches")
    Connection<Match> ofOffering(
            Posting posting, @Argument @Nullable Integer first, @Argument @Nullable String after, @Argument @Nullable Integer minScore, @ContextValue Viewer viewer) {
        return matches.of(posting, minScore, PageRequest.of(first, after), viewer);
    }

    @SchemaMapping(typeName = "Demand", field = "matches")
    Connection<Match> ofDemand(
            Posting posting, @Argument @Nullable Integer first, @Argument @Nullable String after, @Argument @Nullable Integer minScore, @ContextValue Viewer viewer) {
        return matches.of(posting, minScore, PageRequest.of(first, after), viewer);
    }

    @MutationMapping
    MatchPayload reviewMatch(@Argument ReviewMatchInput input, @ContextValue Viewer viewer) {
        return payload(matches.review(input.matchId(), input.verdict(), input.note(), viewer));
    }

    @MutationMapping
    MatchPayload undoMatchReview(@Argument UndoMatchReviewInput input, @ContextValue Viewer viewer) {
        return payload(matches.undoReview(input.matchId(), viewer));
    }

    private static MatchPayload payload(Outcome<Match> outcome) {
        return outcome.fold(done -> new MatchPayload(done, List.of()), errors -> new MatchPayload(null, errors));
    }

    @SchemaMapping(typeName = "MatchReason")
    String summary(Reason reason, @Argument @Nullable String language) {
        return reason.summary(SupportedLocales.nearest(Locale.forLanguageTag(Objects.requireNonNullElse(language, "en"))));
    }

    @SchemaMapping(typeName = "MatchEvidence")
    String field(Evidence evidence) {
        return evidence.field().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Set<String> types() {
        return Set.of(Match.TYPE);
    }

    @Override
    public Map<String, ? extends GlobalNode> find(String type, Collection<String> locals, Viewer viewer) {
        return matches.findAll(locals, viewer);
    }
}
