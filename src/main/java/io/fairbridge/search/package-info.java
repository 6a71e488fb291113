/// The search index: text analysis, embeddings, indexing, retrieval and facets.
@ApplicationModule(allowedDependencies = {"platform", "identity", "posting", "organisation", "taxonomy"})
@NullMarked
package io.fairbridge.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
