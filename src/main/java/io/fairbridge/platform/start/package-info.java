/// How Fairbridge starts: what it checks first, how it refuses, when it says that it is ready.
@NullMarked
package io.fairbridge.platform.start;

import org.jspecify.annotations.NullMarked;
