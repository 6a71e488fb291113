/// Work that must be done although the process may be killed: written down before the change it follows from, leased by
/// one worker at a time, forgotten when done.
@NullMarked
package io.fairbridge.platform.outbox;

import org.jspecify.annotations.NullMarked;
