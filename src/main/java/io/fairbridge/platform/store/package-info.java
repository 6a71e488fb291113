/// How values of the domain are written to MongoDB, and how its outages are told.
@NullMarked
package io.fairbridge.platform.store;

import org.jspecify.annotations.NullMarked;
