package io.fairbridge.search;

import java.util.List;

/// A property of what was found, with its values and their counts.
record Facet(String name, List<Bucket> buckets) {

    /// One value. The facet's name tells how to read it.
    record Bucket(String facet, String value, int count) {
    }
}
