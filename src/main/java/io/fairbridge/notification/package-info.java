/// Inbox and live feed.
@ApplicationModule(allowedDependencies = {"platform", "identity", "organisation", "posting", "search", "matching"})
@NullMarked
package io.fairbridge.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
