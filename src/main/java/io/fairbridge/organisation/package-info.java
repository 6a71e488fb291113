/// Company profiles, memberships and verification.
@ApplicationModule(allowedDependencies = {"platform", "identity"})
@NullMarked
package io.fairbridge.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
