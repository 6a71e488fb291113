/// Offerings and demands and their life cycle, saved searches and import.
@ApplicationModule(allowedDependencies = {"platform", "identity", "organisation", "taxonomy"})
@NullMarked
package io.fairbridge.posting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
