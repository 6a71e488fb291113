package io.fairbridge.taxonomy;

/// A place in a text that names a concept.
///
/// @param start of the name in the original text
/// @param end   after its last character
public record ConceptMention(String conceptId, int start, int end) {
}
