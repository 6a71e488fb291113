package io.fairbridge.platform.graphql;

import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/// The websocket at the path of the HTTP endpoint.
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    /// Ahead of the HTTP endpoint, which would answer a GET with 405.
    private static final int FIRST = -2;

    @Bean
    HandlerMapping socketMapping(SocketEndpoint endpoint, GraphQlSettings settings) {
        var origins = new OriginHandshakeInterceptor();
        origins.setAllowedOriginPatterns(settings.allowedOrigins());
        var handler = new WebSocketHttpRequestHandler(endpoint, new DefaultHandshakeHandler(new WithoutCompression()));
        handler.setHandshakeInterceptors(List.of(origins, new KeepRequestId()));
        var mapping = new WebSocketHandlerMapping();
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setUrlMap(Map.of("/graphql", handler));
        mapping.setOrder(FIRST);
        return mapping;
    }

    /// Parts of messages need no large buffers, which every socket would have.
    @Bean
    ServletServerContainerFactoryBean socketBuffers() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(2048);
        container.setMaxBinaryMessageBufferSize(1024);
        return container;
    }

    /// No compression: its tables take some 50 KB of heap and more outside of it a socket, and our frames are small.
    /// Tomcat settles it with the client by itself, so it is not shown the client's wish.
    private static final class WithoutCompression extends StandardWebSocketUpgradeStrategy {

        @Override
        public void upgrade(ServerHttpRequest request, ServerHttpResponse response, @Nullable String protocol,
                List<WebSocketExtension> extensions, @Nullable Principal user, WebSocketHandler handler,
                Map<String, Object> attributes) {
            var plain = new ServletServerHttpRequest(new HttpServletRequestWrapper(getHttpServletRequest(request)) {
                @Override
                public Enumeration<String> getHeaders(String name) {
                    return WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS.equalsIgnoreCase(name)
                            ? Collections.emptyEnumeration()
                            : super.getHeaders(name);
                }
            });
            super.upgrade(plain, response, protocol, extensions, user, handler, attributes);
        }
    }

    private static final class KeepRequestId implements HandshakeInterceptor {

        @Override
        public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
                Map<String, Object> attributes) {
            if (request instanceof ServletServerHttpRequest servlet
                    && servlet.getServletRequest().getAttribute(RequestId.HEADER) instanceof String id) {
                attributes.put(RequestId.HEADER, id);
            }
            return true;
        }

        @Override
        public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
                @Nullable Exception exception) {
        }
    }
}
