package io.fairbridge.search.embedding;

import io.fairbridge.platform.LanguageCode;

/// Turns texts into vectors of one space, so that texts of different languages that mean the same lie near each other.
/// Safe for many threads.
public interface Embedder {

    /// The length of every vector.
    int dimensions();

    /// Where a vector's second view of the text begins. The two parts are of equal length and are compared apart when
    /// a pair is scored; together they are one vector for the search. An embedder with one view says `dimensions()`.
    int secondView();

    /// Changes whenever the same text may get another vector, so that an index knows it must be rebuilt.
    String fingerprint();

    /// The unit vector of a text: of a query or a title as of a whole posting.
    float[] embed(String text, LanguageCode language);

    /// Loads the models now, so that the first text does not wait.
    void warmUp();
}
