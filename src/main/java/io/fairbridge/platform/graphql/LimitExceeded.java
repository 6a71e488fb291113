package io.fairbridge.platform.graphql;

import graphql.execution.AbortExecutionException;
import java.util.Map;

/// A request asks for more than one request may: told with what it asks for and with the limit.
class LimitExceeded extends AbortExecutionException {

    LimitExceeded(String message) {
        super(message);
    }

    static void check(String what, long asked, long limit) {
        if (asked > limit) {
            throw new LimitExceeded("The document has %s: %,d; at most %,d are allowed.".formatted(what, asked, limit));
        }
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of(
                "code", ErrorCode.LIMIT_EXCEEDED.name(),
                "classification", ErrorCode.LIMIT_EXCEEDED.classification().toString());
    }
}
