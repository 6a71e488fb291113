/// Accounts, sign-in and the viewer.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.fairbridge.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
