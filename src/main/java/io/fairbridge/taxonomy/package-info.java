/// Service categories (EBOPS 2010), the bilingual glossary and concept tagging.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.fairbridge.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
