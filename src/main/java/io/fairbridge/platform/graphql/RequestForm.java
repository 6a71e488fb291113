package io.fairbridge.platform.graphql;

import tools.jackson.databind.JsonNode;

/// The form of a request, over HTTP and over the websocket: an object with `query` and where needed `operationName`,
/// `variables` and `extensions`, each of its type and not of one that could be turned into it.
final class RequestForm {

    private RequestForm() {
    }

    static boolean fits(JsonNode request) {
        return request.path("query").isString()
                && (request.path("operationName").isString() || isNothing(request.path("operationName")))
                && isObjectOrNothing(request.path("variables"))
                && isObjectOrNothing(request.path("extensions"));
    }

    static boolean isObjectOrNothing(JsonNode node) {
        return node.isObject() || isNothing(node);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
