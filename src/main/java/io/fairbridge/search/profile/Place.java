package io.fairbridge.search.profile;

/// Some words of a posting and where they stand.
///
/// @param start of the words in the original field, in UTF-16 code units
/// @param end   after their last character
/// @param text  the words as written
public record Place(Field field, int start, int end, String text) {

    /// The written parts of a posting.
    public enum Field { TITLE, DESCRIPTION }
}
