package io.fairbridge.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings of search.
///
/// @param indexPrefix every index and alias begins with it
/// @param patience    how long a reader waits for Elasticsearch before hearing that it is away
/// @param neighbours  candidates taken by meaning
/// @param wordHits    candidates taken by words, and as many by concepts
/// @param profileMemory memory for the profiles of postings that are candidates often
@ConfigurationProperties("fairbridge.search")
record SearchProperties(
        @DefaultValue("fairbridge") String indexPrefix,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("200") int neighbours,
        @DefaultValue("100") int wordHits,
        @DefaultValue("128MB") DataSize profileMemory) {
}
