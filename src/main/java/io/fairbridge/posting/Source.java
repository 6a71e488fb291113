package io.fairbridge.posting;

import io.fairbridge.platform.CountryCode;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a posting that came from outside was published first. Within one organisation and kind the reference
/// identifies it: the same reference again is the same posting, whatever file it comes in.
///
/// @param publisher   publisher of an OCDS package, or the name of the imported file
/// @param reference   its identifier there: the ocid of a tender, the id of an imported line
/// @param buyerName   who buys or offers there
/// @param url         the original notice, http or https
/// @param country     where that party is based
/// @param releaseId   OCDS: id of the release that was taken
/// @param releaseDate OCDS: date of that release, which orders the releases of one ocid
public record Source(
        String publisher,
        String reference,
        @Nullable String buyerName,
        @Nullable URI url,
        @Nullable CountryCode country,
        @Nullable String releaseId,
        @Nullable Instant releaseDate) {

    public Source {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("A source needs a reference");
        }
    }
}
