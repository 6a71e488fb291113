package io.fairbridge.organisation;

import io.fairbridge.identity.Account;
import io.fairbridge.platform.Connection;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.NodeSource;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class OrganisationController implements NodeSource {

    private final Organisations organisations;

    OrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    @QueryMapping
    Connection<Organisation> organisationsToVerify(@Argument @Nullable Integer first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
        return organisations.toVerify(PageRequest.of(first, after), viewer);
    }

    @MutationMapping
    OrganisationPayload createOrganisation(@Argument CreateOrganisationInput input, @ContextValue Viewer viewer) {
        return payload(organisations.create(input, viewer));
    }

    @MutationMapping
    OrganisationPayload verifyOrganisation(@Argument VerifyOrganisationInput input, @ContextValue Viewer viewer) {
        return payload(organisations.verify(input, viewer));
    }

    private static OrganisationPayload payload(Outcome<Organisation> outcome) {
        return outcome.fold(done -> new OrganisationPayload(done, List.of()), errors -> new OrganisationPayload(null, errors));
    }

    @SchemaMapping(typeName = "Viewer")
    List<Membership> memberships(Account account) {
        return organisations.membershipsOf(account);
    }

    @SchemaMapping
    String name(Organisation organisation, @Argument @Nullable String language) {
        return Optional.ofNullable(language).flatMap(LanguageCode::of).map(organisation::nameIn).orElse(organisation.name());
    }

    /// What an administrator wrote concerns the members only.
    @SchemaMapping
    @Nullable String verificationNote(Organisation organisation, @ContextValue Viewer viewer) {
        return organisation.isReadBy(viewer) ? organisation.verificationNote() : null;
    }

    @Override
    public Set<String> types() {
        return Set.of(Organisation.TYPE);
    }

    @Override
    public Map<String, ? extends GlobalNode> find(String type, Collection<String> locals, Viewer viewer) {
        return organisations.findAll(locals);
    }
}
