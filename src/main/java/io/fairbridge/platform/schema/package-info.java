/// The schema's shared parts: scalars, `node`, interfaces and user errors.
@NullMarked
package io.fairbridge.platform.schema;

import org.jspecify.annotations.NullMarked;
