package io.fairbridge.search.profile;

/// A concept of the glossary that a posting names, how often and where first.
public record ProfileConcept(String conceptId, int count, Place place) {
}
