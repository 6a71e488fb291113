package io.fairbridge.organisation;

import org.jspecify.annotations.Nullable;

record VerifyOrganisationInput(String organisationId, OrganisationVerification decision, @Nullable String note) {
}
