/// The request path in front of the resolvers: limits, time limit, errors with codes, parsed documents, metrics.
/// It is the same over HTTP and over the websocket.
@NullMarked
package io.fairbridge.platform.graphql;

import org.jspecify.annotations.NullMarked;
