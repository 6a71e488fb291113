/// The stores that come with Fairbridge: a MongoDB-wire server inside the application and an Elasticsearch beside it,
/// both in one data folder, for trying out and for a small fair on one machine. In production both are real servers
/// and nothing here runs.
@NullMarked
package io.fairbridge.platform.embedded;

import org.jspecify.annotations.NullMarked;
