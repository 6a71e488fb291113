package io.fairbridge.platform.graphql;

import java.util.List;
import java.util.Map;

/// An answer in GraphQL's form to a request that never became one.
public record ErrorBody(List<Map<String, Object>> errors) {

    public static ErrorBody of(ErrorCode code, String message) {
        return new ErrorBody(List.of(Map.of(
                "message", message,
                "extensions", Map.of("code", code.name(), "classification", code.classification().toString()))));
    }
}
