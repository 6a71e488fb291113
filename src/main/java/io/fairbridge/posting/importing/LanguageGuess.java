package io.fairbridge.posting.importing;

import io.fairbridge.platform.LanguageCode;
import java.util.Optional;

/// Tells the language of a text that does not say it.
@FunctionalInterface
public interface LanguageGuess {

    /// The language of the text; empty when it cannot be told.
    Optional<LanguageCode> guess(String text);
}
