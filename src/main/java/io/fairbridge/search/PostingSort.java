package io.fairbridge.search;

/// Order of search results.
enum PostingSort {
    RELEVANCE, NEWEST
}
