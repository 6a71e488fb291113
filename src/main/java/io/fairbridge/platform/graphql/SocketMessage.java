package io.fairbridge.platform.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.TextMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a client says in protocol graphql-transport-ws.
sealed interface SocketMessage {

    record ConnectionInit(Map<String, Object> payload) implements SocketMessage {
    }

    record Ping(@Nullable Object payload) implements SocketMessage {
    }

    record Pong() implements SocketMessage {
    }

    record Subscribe(String id, Map<String, Object> request) implements SocketMessage {
    }

    record Complete(String id) implements SocketMessage {
    }

    /// The message in a text; empty when it is none.
    static Optional<SocketMessage> read(JsonMapper json, String text) {
        try {
            var tree = json.readTree(text);
            return tree.isObject() ? Optional.ofNullable(read(json, tree)) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable SocketMessage read(JsonMapper json, JsonNode tree) {
        var payload = tree.path("payload");
        var id = tree.path("id").isString() ? tree.path("id").asString() : "";
        return switch (tree.path("type").isString() ? tree.path("type").asString() : "") {
            case "connection_init" -> RequestForm.isObjectOrNothing(payload) ? new ConnectionInit(map(json, payload)) : null;
            case "ping" -> RequestForm.isObjectOrNothing(payload) ? new Ping(payload.isObject() ? map(json, payload) : null) : null;
            case "pong" -> new Pong();
            case "subscribe" -> id.isEmpty() || !RequestForm.fits(payload) ? null : new Subscribe(id, map(json, payload));
            case "complete" -> id.isEmpty() ? null : new Complete(id);
            default -> null;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonMapper json, JsonNode node) {
        return node.isObject() ? json.convertValue(node, Map.class) : Map.of();
    }

    /// What the server says: a type, and where it has them an id and a payload.
    static TextMessage write(JsonMapper json, String type, @Nullable String id, @Nullable Object payload) {
        var message = new LinkedHashMap<String, Object>();
        if (id != null) {
            message.put("id", id);
        }
        message.put("type", type);
        if (payload != null) {
            message.put("payload", payload);
        }
        return new TextMessage(json.writeValueAsBytes(message));
    }
}
