package io.fairbridge.posting;

import static java.util.stream.Collectors.toMap;

import io.fairbridge.organisation.Organisation;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.platform.Connection;
import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.NodeSource;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.Viewer;
import io.fairbridge.taxonomy.ServiceCategories;
import io.fairbridge.taxonomy.ServiceCategory;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PostingController implements NodeSource {

    private final Postings postings;
    private final Organisations organisations;
    private final ServiceCategories categories;
    private final Clock clock;

    PostingController(Postings postings, Organisations organisations, ServiceCategories categories, Clock clock) {
        this.postings = postings;
        this.organisations = organisations;
        this.categories = categories;
        this.clock = clock;
    }

    record OfferingPayload(@Nullable Posting offering, List<UserError> errors) {
    }

    record DemandPayload(@Nullable Posting demand, List<UserError> errors) {
    }

    record PostingPayload(@Nullable Posting posting, List<UserError> errors) {
    }

    record DiscardPayload(@Nullable String discardedId, List<UserError> errors) {
    }

    @MutationMapping
    OfferingPayload publishOffering(@Argument PublishInput input, @ContextValue Viewer viewer) {
        return postings.publish(PostingKind.OFFERING, input, viewer)
                .fold(done -> new OfferingPayload(done, List.of()), errors -> new OfferingPayload(null, errors));
    }

    @MutationMapping
    DemandPayload publishDemand(@Argument PublishInput input, @ContextValue Viewer viewer) {
        return postings.publish(PostingKind.DEMAND, input, viewer)
                .fold(done -> new DemandPayload(done, List.of()), errors -> new DemandPayload(null, errors));
    }

    @MutationMapping
    PostingPayload saveDraft(@Argument SaveDraftInput input, @ContextValue Viewer viewer) {
        return payload(postings.saveDraft(input, viewer));
    }

    @MutationMapping
    PostingPayload publishPosting(@Argument PublishPostingInput input, @ContextValue Viewer viewer) {
        return payload(postings.publish(input, viewer));
    }

    @MutationMapping
    PostingPayload updatePosting(@Argument UpdatePostingInput input, @ContextValue Viewer viewer) {
        return payload(postings.update(input, viewer));
    }

    @MutationMapping
    PostingPayload withdrawPosting(@Argument PostingIdInput input, @ContextValue Viewer viewer) {
        return payload(postings.withdraw(input.id(), viewer));
    }

    @MutationMapping
    DiscardPayload discardDraft(@Argument PostingIdInput input, @ContextValue Viewer viewer) {
        return postings.discard(input.id(), viewer)
                .fold(done -> new DiscardPayload(done, List.of()), errors -> new DiscardPayload(null, errors));
    }

    private static PostingPayload payload(Outcome<Posting> outcome) {
        return outcome.fold(done -> new PostingPayload(done, List.of()), errors -> new PostingPayload(null, errors));
    }

    @SchemaMapping(typeName = "Organisation", field = "postings")
    Connection<Posting> postings(
            Organisation organisation, @Argument @Nullable PostingKind kind, @Argument @Nullable PostingStatus status,
            @Argument @Nullable Integer first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
        return postings.ofOrganisation(organisation, kind, status, PageRequest.of(first, after), viewer);
    }

    @SchemaMapping(typeName = "Posting")
    PostingStatus status(Posting posting) {
        return posting.status(clock.instant());
    }

    @SchemaMapping(typeName = "Posting")
    LanguageCode language(Posting posting) {
        return posting.content().language();
    }

    @SchemaMapping(typeName = "Posting")
    String title(Posting posting) {
        return posting.content().title();
    }

    @SchemaMapping(typeName = "Posting")
    String description(Posting posting) {
        return posting.content().description();
    }

    @SchemaMapping(typeName = "Posting")
    @Nullable ServiceCategory category(Posting posting) {
        return posting.content().category() == null ? null : categories.find(posting.content().category()).orElse(null);
    }

    @SchemaMapping(typeName = "Posting")
    List<CountryCode> markets(Posting posting) {
        return posting.content().markets().stream().sorted().toList();
    }

    @SchemaMapping(typeName = "Posting")
    List<DeliveryMode> deliveryModes(Posting posting) {
        return posting.content().deliveryModes().stream().sorted().toList();
    }

    @SchemaMapping(typeName = "Posting")
    List<LanguageCode> languages(Posting posting) {
        return posting.content().languages().stream().sorted().toList();
    }

    @SchemaMapping(typeName = "Posting")
    @Nullable Price price(Posting posting) {
        return posting.content().price();
    }

    @SchemaMapping(typeName = "Posting")
    @Nullable Instant validUntil(Posting posting) {
        return posting.content().validUntil();
    }

    /// Organisations are public, so a batch needs no viewer.
    @BatchMapping(typeName = "Posting", field = "organisation")
    Map<Posting, Organisation> organisation(List<Posting> ofPostings) {
        var found = organisations.findAll(ofPostings.stream().map(Posting::organisationId).distinct().toList());
        return ofPostings.stream().distinct().filter(posting -> found.containsKey(posting.organisationId()))
                .collect(toMap(posting -> posting, posting -> found.get(posting.organisationId())));
    }

    @Override
    public Set<String> types() {
        return Set.of("Offering", "Demand");
    }

    @Override
    public Map<String, ? extends GlobalNode> find(String type, Collection<String> locals, Viewer viewer) {
        return postings.findAll(locals).values().stream()
                .filter(posting -> posting.globalId().type().equals(type))
                .filter(posting -> postings.isSeenBy(posting, viewer))
                .collect(toMap(Posting::id, posting -> posting));
    }
}
