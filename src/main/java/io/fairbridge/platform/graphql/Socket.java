package io.fairbridge.platform.graphql;

import graphql.GraphqlErrorBuilder;
import io.fairbridge.platform.SupportedLocales;
import io.fairbridge.platform.graphql.SocketMessage.Complete;
import io.fairbridge.platform.graphql.SocketMessage.ConnectionInit;
import io.fairbridge.platform.graphql.SocketMessage.Ping;
import io.fairbridge.platform.graphql.SocketMessage.Pong;
import io.fairbridge.platform.graphql.SocketMessage.Subscribe;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import reactor.core.publisher.Flux;

/// One websocket of protocol graphql-transport-ws, from the handshake to its end. It has no thread of its own: messages
/// come on the container's, results on their source's, frames leave by the [FrameQueue], and time is told by the one
/// clockwork of [Sockets].
final class Socket {

    private enum State { OPEN, GREETING, READY, CLOSED }

    private static final Duration INTERCEPTORS = Duration.ofSeconds(10);

    private final WebSocketSession session;
    private final Sockets sockets;
    private final FrameQueue frames;
    private final SocketInfo info;
    private final String requestId;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Future<?>> timers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final StringBuilder parts = new StringBuilder();
    private volatile Instant heard = Instant.now();
    private volatile Map<String, Object> payload = Map.of();
    private volatile HttpHeaders headers;
    private volatile @Nullable Authentication caller;

    Socket(WebSocketSession session, Sockets sockets) {
        this.session = session;
        this.sockets = sockets;
        this.frames = new FrameQueue(session, sockets.settings(), this::ended);
        this.info = new SocketInfo(session);
        this.headers = session.getHandshakeHeaders();
        this.requestId = session.getAttributes().get(RequestId.HEADER) instanceof String known ? known : RequestId.fresh();
    }

    void opened() {
        timers.add(sockets.in(sockets.settings().initTimeout(), () -> {
            if (state.get() == State.OPEN) {
                close(CloseReason.NO_INIT);
            }
        }));
        timers.add(sockets.every(sockets.settings().ping(), this::ping));
    }

    /// Twice, for two readers: a script in a browser sees only messages, and any websocket library answers a frame by
    /// itself. What counts as a sign of life is either, or anything else.
    private void ping() {
        if (heard.isBefore(Instant.now().minus(sockets.settings().ping().multipliedBy(2).plusSeconds(1)))) {
            close(CloseReason.SILENT);
        } else if (state.get() == State.READY) {
            frames.put(new PingMessage(), () -> { });
            send("ping", null, null, () -> { });
        }
    }

    void heard() {
        heard = Instant.now();
    }

    void received(TextMessage part) {
        heard();
        if (state.get() == State.CLOSED) {
            return;
        }
        if (parts.length() + part.getPayloadLength() > sockets.settings().messageSize().toBytes()) {
            close(CloseReason.MESSAGE_TOO_LARGE);
            return;
        }
        parts.append(part.getPayload());
        if (part.isLast()) {
            var text = parts.toString();
            parts.setLength(0);
            parts.trimToSize();
            SocketMessage.read(sockets.json(), text).ifPresentOrElse(this::handle, () -> close(CloseReason.MALFORMED));
        }
    }

    private void handle(SocketMessage message) {
        switch (message) {
            case ConnectionInit init -> greet(init);
            case Ping ping -> send("pong", null, ping.payload(), () -> { });
            case Pong pong -> { }
            case Subscribe subscribe -> subscribe(subscribe);
            case Complete complete -> cancel(complete.id());
        }
    }

    private void greet(ConnectionInit init) {
        if (!state.compareAndSet(State.OPEN, State.GREETING)) {
            close(CloseReason.SECOND_INIT);
            return;
        }
        payload = init.payload();
        headers = withLanguage(payload);
        try {
            caller = sockets.signIn().signIn(payload, session.getPrincipal()).orElse(null);
            var acknowledgement = sockets.interceptor().handleConnectionInitialization(info, payload).blockOptional(INTERCEPTORS);
            Optional.ofNullable(caller).flatMap(SocketSignIn::end).ifPresent(this::endAt);
            send("connection_ack", null, acknowledgement.orElse(null), () -> { });
            state.compareAndSet(State.GREETING, State.READY);
        } catch (AuthenticationException badToken) {
            close(CloseReason.BAD_TOKEN);
        }
    }

    private HttpHeaders withLanguage(Map<String, Object> payload) {
        var language = payload.getOrDefault(HttpHeaders.ACCEPT_LANGUAGE, payload.get("accept-language"));
        if (!(language instanceof String wish)) {
            return session.getHandshakeHeaders();
        }
        var changed = new HttpHeaders();
        changed.putAll(session.getHandshakeHeaders());
        changed.set(HttpHeaders.ACCEPT_LANGUAGE, wish);
        return changed;
    }

    private void endAt(Instant end) {
        timers.add(sockets.in(Duration.between(Instant.now(), end), () -> end(CloseReason.TOKEN_EXPIRED)));
    }

    private void subscribe(Subscribe subscribe) {
        if (state.get() != State.READY) {
            close(CloseReason.NOT_ACKNOWLEDGED);
            return;
        }
        var id = subscribe.id();
        var name = requestId + "-" + count.incrementAndGet();
        var operation = new Operation(id, this, name);
        if (operations.size() >= sockets.settings().operations() && !operations.containsKey(id)) {
            send("error", id, List.of(tooMany().toSpecification()), () -> { });
        } else if (operations.putIfAbsent(id, operation) != null) {
            close(CloseReason.idInUse(id));
        } else {
            start(operation, subscribe, name);
        }
    }

    private graphql.GraphQLError tooMany() {
        return new Fault(ErrorCode.LIMIT_EXCEEDED,
                "%,d operations are under way on this socket; no more are allowed at once.".formatted(operations.size()))
                .complete(GraphqlErrorBuilder.newError());
    }

    /// As over HTTP, who asks is known to the thread that the request starts on, and carried on from there.
    private void start(Operation operation, Subscribe subscribe, String name) {
        var attributes = new HashMap<>(session.getAttributes());
        attributes.put(RequestId.HEADER, name);
        var locale = Optional.ofNullable(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(SupportedLocales::accepted).orElse(SupportedLocales.ENGLISH);
        var request = new WebSocketGraphQlRequest(Objects.requireNonNull(session.getUri()), headers, null,
                session.getRemoteAddress(), attributes, subscribe.request(), operation.id(), locale, info);
        SecurityContextHolder.setContext(new SecurityContextImpl(caller));
        try (var ignored = MDC.putCloseable(RequestId.LOG_KEY, name)) {
            operation.start(sockets.handler().handleRequest(request));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void cancel(String id) {
        var operation = operations.remove(id);
        if (operation != null) {
            operation.cancel();
            sockets.interceptor().handleCancelledSubscription(info, id).subscribe();
        }
    }

    void send(String type, @Nullable String id, @Nullable Object content, Runnable whenSent) {
        frames.put(SocketMessage.write(sockets.json(), type, id, content), whenSent);
    }

    /// The last word on an operation; its id is free again.
    void finish(Operation operation, String type, @Nullable Object content) {
        if (operations.remove(operation.id(), operation)) {
            send(type, operation.id(), content, () -> { });
        }
    }

    <T> Flux<T> counted(Flux<T> subscription) {
        return subscription
                .doOnSubscribe(begun -> sockets.subscriptions().incrementAndGet())
                .doFinally(over -> sockets.subscriptions().decrementAndGet());
    }

    /// Completes what is under way, then closes.
    void end(CloseStatus status) {
        operations.values().forEach(operation -> {
            operation.cancel();
            finish(operation, "complete", null);
        });
        close(status);
    }

    void close(CloseStatus status) {
        frames.close(status);
    }

    /// The end is decided: nothing more is read, asked for or waited for.
    private void ended(CloseStatus status) {
        state.set(State.CLOSED);
        operations.values().forEach(Operation::cancel);
        operations.clear();
        timers.forEach(timer -> timer.cancel(false));
        timers.clear();
    }

    void closed(CloseStatus status) {
        close(status);
        sockets.interceptor().handleConnectionClosed(info, status.getCode(), payload);
    }
}
