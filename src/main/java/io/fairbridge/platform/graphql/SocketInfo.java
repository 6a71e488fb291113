package io.fairbridge.platform.graphql;

import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/// What interceptors may know of a socket.
record SocketInfo(WebSocketSession session) implements WebSocketSessionInfo {

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return session.getAttributes();
    }

    @Override
    public URI getUri() {
        return Objects.requireNonNull(session.getUri());
    }

    @Override
    public HttpHeaders getHeaders() {
        return session.getHandshakeHeaders();
    }

    @Override
    public Mono<Principal> getPrincipal() {
        return Mono.justOrEmpty(session.getPrincipal());
    }

    @Override
    public @Nullable InetSocketAddress getRemoteAddress() {
        return session.getRemoteAddress();
    }
}
