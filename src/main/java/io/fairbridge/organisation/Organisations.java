package io.fairbridge.organisation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.fairbridge.identity.Account;
import io.fairbridge.identity.Accounts;
import io.fairbridge.platform.Connection;
import io.fairbridge.platform.Forbidden;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.IdSource;
import io.fairbridge.platform.LocalisedText;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.UserErrorCode;
import io.fairbridge.platform.Viewer;
import io.fairbridge.organisation.OrganisationRepository.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Organisations, their members and their verification.
@Service
public class Organisations {

    private static final int NAME_LIMIT = 200;
    private static final int DESCRIPTION_LIMIT = 4_000;
    private static final int ADDRESS_LIMIT = 500;
    private static final int NOTE_LIMIT = 1_000;
    private static final int LIST_LIMIT = 20;

    private final OrganisationRepository repository;
    private final Accounts accounts;
    private final IdSource ids;
    private final Clock clock;

    Organisations(OrganisationRepository repository, Accounts accounts, IdSource ids, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /// Founds an organisation with the viewer as its owner.
    public Outcome<Organisation> create(CreateOrganisationInput input, Viewer viewer) {
        return create(input, List.of(new Member(viewer.signedIn(), MembershipRole.OWNER)));
    }

    private Outcome<Organisation> create(CreateOrganisationInput input, List<Member> members) {
        return read(ids.next(), input, members, OrganisationVerification.PENDING).map(this::add);
    }

    /// Keeps an organisation whose life was told elsewhere, unless it is known: sample data.
    public void restore(String id, CreateOrganisationInput input, List<Member> members, boolean verified) {
        if (repository.find(id).isEmpty()) {
            read(id, input, members, verified ? OrganisationVerification.VERIFIED : OrganisationVerification.PENDING).map(this::add)
                    .fold(organisation -> organisation, errors -> {
                        throw new IllegalArgumentException(input.name() + ": " + errors);
                    });
        }
    }

    private Outcome<Organisation> read(String id, CreateOrganisationInput input, List<Member> members, OrganisationVerification verification) {
        var problems = new Problems();
        var name = problems.text(input.name(), NAME_LIMIT, "name");
        var inputs = Objects.requireNonNullElse(input.nameTranslations(), List.<LocalisedText.Input>of());
        if (inputs.size() > LIST_LIMIT) {
            problems.add(UserErrorCode.TOO_LONG, "tooMany", List.of(LIST_LIMIT), "nameTranslations");
        }
        var translations = LocalisedText.read(inputs, NAME_LIMIT, problems, "nameTranslations");
        var country = problems.country(input.country(), "country");
        if (input.capacities().isEmpty()) {
            problems.add(UserErrorCode.REQUIRED, "required", List.of(), "capacities");
        }
        var website = problems.webAddress(input.website(), ADDRESS_LIMIT, "website");
        var description = problems.optionalText(input.description(), DESCRIPTION_LIMIT, "description");
        var languages = problems.languages(input.languages(), LIST_LIMIT, "languages");
        if (!problems.none()) {
            return Outcome.refused(problems.found());
        }
        return Outcome.done(new Organisation(id, name, translations, country.orElseThrow(), input.capacities(), website.orElse(null),
                description, List.copyOf(languages), verification, null, members, clock.instant()));
    }

    /// The account's pointer goes first: killed in between, it leads nowhere and is passed over.
    private Organisation add(Organisation organisation) {
        organisation.members().forEach(member -> accounts.addOrganisation(member.accountId(), organisation.id()));
        repository.add(organisation);
        return organisation;
    }

    Outcome<Organisation> verify(VerifyOrganisationInput input, Viewer viewer) {
        viewer.signedIn();
        if (!viewer.administrator()) {
            return Outcome.refused(UserError.forbidden());
        }
        var problems = new Problems();
        var note = problems.optionalText(input.note(), NOTE_LIMIT, "note");
        if (!problems.none()) {
            return Outcome.refused(problems.found());
        }
        return GlobalId.local(input.organisationId(), Organisation.TYPE)
                .flatMap(id -> repository.decide(id, input.decision(), note.isEmpty() ? null : note))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(UserError.notFound("organisationId")));
    }

    Connection<Organisation> toVerify(PageRequest page, Viewer viewer) {
        viewer.signedIn();
        if (!viewer.administrator()) {
            throw new Forbidden();
        }
        var found = repository.inState(OrganisationVerification.PENDING, page.start().map(Organisations::place).orElse(null), page.first() + 1);
        boolean more = found.size() > page.first();
        return Connection.of(more ? found.subList(0, page.first()) : found, Organisations::cursor,
                found.size(), page.start().isPresent(), more);
    }

    private static String cursor(Organisation organisation) {
        return PageRequest.cursor(organisation.createdAt().toEpochMilli() + "|" + organisation.id());
    }

    private static Place place(String cursor) {
        var parts = cursor.split("\\|", 2);
        try {
            return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
            throw PageRequest.badCursor();
        }
    }

    List<Membership> membershipsOf(Account account) {
        var found = findAll(account.organisationIds());
        var viewer = new Viewer(account.id(), false, account.locale());
        return account.organisationIds().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .flatMap(organisation -> organisation.roleOf(viewer).map(role -> new Membership(role, organisation)).stream())
                .toList();
    }

    public Optional<Organisation> find(String id) {
        return repository.find(id);
    }

    /// Those of the organisations that exist, by id.
    public Map<String, Organisation> findAll(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : repository.findAll(ids).stream().collect(toMap(Organisation::id, identity()));
    }
}
