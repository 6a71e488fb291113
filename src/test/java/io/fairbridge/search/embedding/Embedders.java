package io.fairbridge.search.embedding;

import io.fairbridge.search.text.Glosser;
import io.fairbridge.search.text.TextAnalyzer;
import io.fairbridge.taxonomy.Glossary;
import io.fairbridge.taxonomy.ServiceCategories;

/// The application's embedder for tests and tools that run without Spring.
public final class Embedders {

    private static final Glossary GLOSSARY = new Glossary();
    public static final TextAnalyzer ANALYZER = new TextAnalyzer(GLOSSARY);
    public static final Glosser GLOSSER = new Glosser(ANALYZER, GLOSSARY, new ServiceCategories());
    private static final Embedder BUNDLED = new AlignedEmbedder(GLOSSER);

    private Embedders() {
    }

    public static Embedder bundled() {
        return BUNDLED;
    }
}
