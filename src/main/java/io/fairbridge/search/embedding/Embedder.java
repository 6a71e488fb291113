package io.fairbridge.search.embedding;

import io.fairbridge.platform.LanguageCode;
import java.util.List;

/// Turns texts into vectors of one space, so that texts of different languages that mean the same lie near each other.
/// Safe for many threads.
public interface Embedder {

    /// The length of every vector.
    int dimensions();

    /// Changes whenever the same text may get another vector, so that an index knows it must be rebuilt.
    String fingerprint();

    /// The unit vector of a text.
    float[] embed(String text, LanguageCode language);

    /// The unit vectors of many texts, made on all processors.
    default List<float[]> embedAll(List<String> texts, LanguageCode language) {
        return texts.parallelStream().map(text -> embed(text, language)).toList();
    }

    /// Loads the models now, so that the first text does not wait.
    void warmUp();
}
