package io.fairbridge.platform.graphql;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// The way out of one socket: a bounded queue, emptied by a virtual thread that lives only while something waits. Who
/// puts a frame here never waits for the reader; a reader that lets the queue fill up is sent away.
final class FrameQueue {

    private static final Logger log = LoggerFactory.getLogger(FrameQueue.class);

    private record Frame(WebSocketMessage<?> message, Runnable whenSent) {
    }

    private final WebSocketSession session;
    private final int maxFrames;
    private final long maxBytes;
    private final Consumer<CloseStatus> whenClosing;
    private final Queue<Frame> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean sending;
    private @Nullable CloseStatus closing;

    /// @param whenClosing told at once when a close is decided here
    FrameQueue(WebSocketSession session, GraphQlSettings.Socket settings, Consumer<CloseStatus> whenClosing) {
        this.session = session;
        this.maxFrames = settings.queuedFrames();
        this.maxBytes = settings.queuedBytes().toBytes();
        this.whenClosing = whenClosing;
    }

    /// Puts a frame at the end of the queue; `whenSent` runs when the reader's side has taken it.
    void put(WebSocketMessage<?> message, Runnable whenSent) {
        synchronized (this) {
            if (closing != null) {
                return;
            }
            waiting.add(new Frame(message, whenSent));
            bytes += message.getPayloadLength();
            if (fits()) {
                send();
                return;
            }
        }
        close(CloseReason.SLOW_READER);
    }

    private boolean fits() {
        return waiting.size() <= maxFrames && (bytes <= maxBytes || waiting.size() == 1);
    }

    /// Closes the socket once what waits is sent; for a slow reader at once.
    void close(CloseStatus status) {
        synchronized (this) {
            if (closing != null) {
                return;
            }
            closing = status;
            if (status == CloseReason.SLOW_READER) {
                waiting.clear();
            }
            send();
        }
        whenClosing.accept(status);
    }

    private void send() {
        if (!sending) {
            sending = true;
            Thread.ofVirtual().name("socket-", 0).start(this::drain);
        }
    }

    private void drain() {
        try {
            for (var frame = next(); frame != null; frame = next()) {
                session.sendMessage(frame.message());
                frame.whenSent().run();
            }
            end();
        } catch (IOException | RuntimeException broken) { // gone, or it did not take a frame in time
            log.debug("Socket {} broke while sending", session.getId(), broken);
            close(CloseReason.SLOW_READER);
            end();
        }
    }

    private synchronized @Nullable Frame next() {
        var frame = waiting.poll();
        if (frame == null) {
            sending = closing != null;
        } else {
            bytes -= frame.message().getPayloadLength();
        }
        return frame;
    }

    private void end() {
        CloseStatus status;
        synchronized (this) {
            status = closing;
        }
        if (status != null) {
            try {
                session.close(status);
            } catch (IOException | RuntimeException broken) {
                log.debug("Socket {} was gone before it was closed", session.getId(), broken);
            }
        }
    }
}
