/// Candidates, score, reasons and reviews of matches.
@ApplicationModule(allowedDependencies = {"platform", "identity", "organisation", "posting", "search", "search::embedding", "search::profile", "search::text", "taxonomy"})
@NullMarked
package io.fairbridge.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
