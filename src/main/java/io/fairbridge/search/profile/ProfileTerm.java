package io.fairbridge.search.profile;

/// A word of a posting as it is searched, how often it comes and where it comes first.
public record ProfileTerm(String term, int count, Place place) {
}
