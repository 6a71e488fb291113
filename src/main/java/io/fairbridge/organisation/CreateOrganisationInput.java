package io.fairbridge.organisation;

import io.fairbridge.platform.LocalisedText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An organisation to found, as it is sent.
public record CreateOrganisationInput(
        String name,
        @Nullable List<LocalisedText.Input> nameTranslations,
        String country,
        Set<OrganisationCapacity> capacities,
        @Nullable String website,
        @Nullable String description,
        @Nullable List<String> languages) {
}
