package io.fairbridge.platform.graphql;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client that costs next to nothing, to be had by the thousand: no thread, no buffer, short messages only.
final class RawSocket implements AutoCloseable {

    private final Socket socket;

    RawSocket(int port) {
        this(port, 64_000);
    }

    /// @param receiveBuffer bytes that may be on their way; little makes a reader that falls behind soon
    RawSocket(int port, int receiveBuffer) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(receiveBuffer);
            socket.connect(new InetSocketAddress("localhost", port));
            socket.getOutputStream().write("""
                    GET /graphql HTTP/1.1\r
                    Host: localhost:%d\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Protocol: graphql-transport-ws\r
                    Sec-WebSocket-Extensions: permessage-deflate\r
                    \r
                    """.formatted(port).getBytes(StandardCharsets.US_ASCII));
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) socket.getInputStream().read());
            }
            if (!head.toString().startsWith("HTTP/1.1 101")) {
                throw new IllegalStateException(head.toString());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    RawSocket say(String text) {
        try {
            var payload = text.getBytes(StandardCharsets.UTF_8);
            var frame = new ByteArrayOutputStream();
            frame.write(0x81);
            if (payload.length < 126) {
                frame.write(0x80 | payload.length);
            } else {
                frame.write(0x80 | 126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            }
            frame.writeBytes(new byte[4]);
            frame.writeBytes(payload);
            socket.getOutputStream().write(frame.toByteArray());
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The next text message.
    String read() {
        try {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                var kind = in.readUnsignedByte() & 0x0f;
                var length = in.readUnsignedByte();
                var payload = in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
                if (kind == 8) {
                    throw new Closed((payload[0] & 0xff) << 8 | payload[1] & 0xff);
                }
                if (kind == 1) {
                    return new String(payload, StandardCharsets.UTF_8);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What a client is told about a line that ended without a close frame.
    static final int CUT = 1006;

    /// Reads all that is left, up to the end.
    int closeCode() {
        try {
            while (true) {
                read();
            }
        } catch (Closed closed) {
            return closed.code;
        } catch (UncheckedIOException cut) {
            return CUT;
        }
    }

    private static final class Closed extends RuntimeException {

        private final int code;

        Closed(int code) {
            super("closed: " + code);
            this.code = code;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }
}
