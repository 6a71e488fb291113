/// Files that an account sends to be worked on later, such as a table to import: kept for a day, for that account alone.
@NullMarked
package io.fairbridge.platform.upload;

import org.jspecify.annotations.NullMarked;
