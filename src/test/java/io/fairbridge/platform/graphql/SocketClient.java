package io.fairbridge.platform.graphql;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of protocol graphql-transport-ws that does what it is told, right or wrong.
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    private final AtomicInteger pings = new AtomicInteger();
    private final List<String> closeReason = new CopyOnWriteArrayList<>();
    private final boolean reading;
    private @Nullable WebSocket socket;

    private SocketClient(boolean reading) {
        this.reading = reading;
    }

    public static SocketClient open(URI uri, String... headers) {
        return connect(new SocketClient(true), uri, "graphql-transport-ws", headers);
    }

    public static SocketClient open(URI uri, @Nullable String protocol) {
        return connect(new SocketClient(true), uri, protocol);
    }

    /// One that reads what it asks for with [#read] and no more.
    public static SocketClient openSlow(URI uri) {
        return connect(new SocketClient(false), uri, "graphql-transport-ws");
    }

    private static SocketClient connect(SocketClient client, URI uri, @Nullable String protocol, String... headers) {
        var builder = RequestPath.HTTP.newWebSocketBuilder();
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        client.socket = builder.buildAsync(uri, client).join();
        return client;
    }

    @Override
    public void onOpen(WebSocket socket) {
        if (reading) {
            socket.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            messages.add(JSON.readTree(parts.toString()));
            parts.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        pings.incrementAndGet();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closeReason.add(reason);
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.complete(1006);
    }

    public SocketClient say(String text) {
        java.util.Objects.requireNonNull(socket).sendText(text, true).join();
        return this;
    }

    public SocketClient sayBinary() {
        java.util.Objects.requireNonNull(socket).sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
        return this;
    }

    public SocketClient read(long more) {
        java.util.Objects.requireNonNull(socket).request(more);
        return this;
    }

    public SocketClient init(Map<String, ?> payload) {
        say(JSON.writeValueAsString(Map.of("type", "connection_init", "payload", payload)));
        next("connection_ack");
        return this;
    }

    public SocketClient init() {
        return init(Map.of());
    }

    public SocketClient subscribe(String id, String document) {
        return subscribe(id, document, Map.of());
    }

    public SocketClient subscribe(String id, String document, Map<String, ?> variables) {
        return say(JSON.writeValueAsString(
                Map.of("type", "subscribe", "id", id, "payload", Map.of("query", document, "variables", variables))));
    }

    public SocketClient complete(String id) {
        return say(JSON.writeValueAsString(Map.of("type", "complete", "id", id)));
    }

    /// The next message but pings.
    public JsonNode next() {
        try {
            for (var message = messages.poll(20, TimeUnit.SECONDS); message != null; message = messages.poll(20, TimeUnit.SECONDS)) {
                if (!"ping".equals(message.path("type").asString())) {
                    return message;
                }
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        throw new AssertionError("no message, closed: " + closed.getNow(0) + closeReason);
    }

    public JsonNode next(String type) {
        var message = next();
        if (!type.equals(message.path("type").asString())) {
            throw new AssertionError("expected " + type + " but got " + message);
        }
        return message;
    }

    /// A ping as a message, and at least one as a frame.
    public void awaitPings() {
        await().atMost(Duration.ofSeconds(10)).until(() -> pings.get() > 0
                && messages.stream().anyMatch(message -> "ping".equals(message.path("type").asString())));
    }

    public int closeCode() {
        try {
            return closed.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException notClosed) {
            throw new AssertionError("not closed; last messages: " + messages, notClosed);
        }
    }

    public String closeReason() {
        closeCode();
        return closeReason.isEmpty() ? "" : closeReason.getFirst();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public void close() {
        java.util.Objects.requireNonNull(socket).abort();
    }
}
