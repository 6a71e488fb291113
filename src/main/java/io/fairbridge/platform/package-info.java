/// The shared kernel: ids, outcomes, paging, viewer, request limits, outbox, embedded stores. It knows no feature.
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package io.fairbridge.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
