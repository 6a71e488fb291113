/// Sample data for the first start: invented firms of both sides, their accounts and postings.
@ApplicationModule(allowedDependencies = {"platform", "identity", "organisation", "posting"})
@NullMarked
package io.fairbridge.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
