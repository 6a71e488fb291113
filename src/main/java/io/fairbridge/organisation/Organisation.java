package io.fairbridge.organisation;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.LocalisedText;
import io.fairbridge.platform.Viewer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// A firm or body that offers, buys or organises. Its list of members decides who may act for it.
///
/// @param name             the name it was founded under
/// @param verificationNote what the administrator wrote with the decision
@Document("organisations")
public record Organisation(
        @Id String id,
        String name,
        List<LocalisedText> nameTranslations,
        CountryCode country,
        Set<OrganisationCapacity> capacities,
        @Nullable URI website,
        String description,
        List<LanguageCode> languages,
        OrganisationVerification verification,
        @Nullable String verificationNote,
        List<Member> members,
        Instant createdAt) implements GlobalNode {

    /// Name of the type in the schema.
    public static final String TYPE = "Organisation";

    public Organisation {
        nameTranslations = List.copyOf(nameTranslations);
        capacities = Set.copyOf(capacities);
        languages = List.copyOf(languages);
        members = List.copyOf(members);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId(TYPE, id);
    }

    /// Its name for readers of this language.
    public String nameIn(LanguageCode language) {
        return LocalisedText.in(language, nameTranslations).orElse(name);
    }

    /// Whether this viewer belongs to it.
    public boolean isReadBy(Viewer viewer) {
        return viewer.administrator() || roleOf(viewer).isPresent();
    }

    /// Whether this viewer may act for it.
    public boolean isActedForBy(Viewer viewer) {
        return roleOf(viewer).filter(role -> role != MembershipRole.VIEWER).isPresent();
    }

    Optional<MembershipRole> roleOf(Viewer viewer) {
        return members.stream().filter(member -> member.accountId().equals(viewer.accountId())).map(Member::role).findFirst();
    }

    Organisation decided(OrganisationVerification decision, @Nullable String note) {
        return new Organisation(id, name, nameTranslations, country, capacities, website, description, languages, decision, note, members, createdAt);
    }
}
