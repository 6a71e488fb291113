package io.fairbridge.organisation;

import io.fairbridge.platform.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Payload of `createOrganisation` and `verifyOrganisation`.
record OrganisationPayload(@Nullable Organisation organisation, List<UserError> errors) {
}
