package io.fairbridge.platform.graphql;

import jakarta.websocket.Session;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// Where sockets come in. It replaces Spring GraphQL's handler, which leaves part of the protocol's close codes open,
/// keeps a thread a socket and sends without a bound.
@Component
class SocketEndpoint extends AbstractWebSocketHandler implements SubProtocolCapable {

    static final String PROTOCOL = "graphql-transport-ws";
    private static final String SOCKET = Socket.class.getName();
    /// How long Tomcat waits for a reader to take a frame.
    private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Sockets sockets;

    SocketEndpoint(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    /// Messages come in parts, so that no socket keeps a buffer for the largest message it may ever get.
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        if (!PROTOCOL.equals(session.getAcceptedProtocol())) {
            session.close(CloseReason.WRONG_PROTOCOL);
        } else if (sockets.isStopping()) {
            session.close(CloseReason.GOING_AWAY);
        } else {
            limitSending(session);
            session.getAttributes().put(SOCKET, sockets.opened(session));
        }
    }

    private void limitSending(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession wrapper && wrapper.getNativeSession(Session.class) instanceof Session known) {
            known.getUserProperties().put(SEND_TIMEOUT, sockets.settings().sendTimeout().toMillis());
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        if (socketOf(session.getAttributes()) instanceof Socket socket) {
            socket.received(message);
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        if (socketOf(session.getAttributes()) instanceof Socket socket) {
            socket.close(CloseReason.MALFORMED);
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        if (socketOf(session.getAttributes()) instanceof Socket socket) {
            socket.heard();
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sockets.closed(session, status);
    }

    private static Object socketOf(Map<String, Object> attributes) {
        return attributes.getOrDefault(SOCKET, "none");
    }
}
