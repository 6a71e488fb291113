package io.fairbridge.platform.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Documents that were parsed and found valid, so that neither is done for each request. Faulty ones are not kept: their
/// messages depend on the reader's language, and nobody should fill the cache with them.
@Component
class DocumentCache implements PreparsedDocumentProvider {

    private final Cache<String, PreparsedDocumentEntry> documents;

    DocumentCache(GraphQlSettings settings) {
        this.documents = Caffeine.newBuilder()
                .maximumWeight(settings.documents())
                .<String, PreparsedDocumentEntry>weigher((text, entry) -> text.length() + 100)
                .build();
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        var known = documents.getIfPresent(input.getQuery());
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        var fresh = parseAndValidate.apply(input);
        if (!fresh.hasErrors()) {
            documents.put(input.getQuery(), fresh);
        }
        return CompletableFuture.completedFuture(fresh);
    }
}
