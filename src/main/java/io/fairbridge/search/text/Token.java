package io.fairbridge.search.text;

/// A word as it is searched, and its place in the original text.
///
/// @param term  folded and, in English, stemmed; without white space
/// @param start of the word in the original text
/// @param end   after its last character
public record Token(String term, int start, int end) {
}
