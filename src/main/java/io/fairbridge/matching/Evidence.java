package io.fairbridge.matching;

import io.fairbridge.posting.PostingKind;
import io.fairbridge.search.profile.Place;

/// Words of a posting that a reason rests on.
///
/// @param side  whose words they are
/// @param field where they stand
/// @param start position of the first character in that field, from 0, in UTF-16 code units
/// @param end   position after the last character
/// @param text  the words
public record Evidence(PostingKind side, Place.Field field, int start, int end, String text) {

    static Evidence of(PostingKind side, Place place) {
        return new Evidence(side, place.field(), place.start(), place.end(), place.text());
    }
}
