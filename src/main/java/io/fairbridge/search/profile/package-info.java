/// What scoring needs to know of one posting, small enough to be kept beside the index entry.
@NamedInterface("profile")
@NullMarked
package io.fairbridge.search.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
