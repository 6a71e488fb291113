package io.fairbridge.search.embedding;

/// The application's embedder for tests and tools that run without Spring.
public final class Embedders {

    private static final Embedder BUNDLED = new AlignedEmbedder();

    private Embedders() {
    }

    public static Embedder bundled() {
        return BUNDLED;
    }
}
