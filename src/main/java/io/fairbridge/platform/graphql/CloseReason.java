package io.fairbridge.platform.graphql;

import org.springframework.web.socket.CloseStatus;

/// Why a socket is closed, as protocol graphql-transport-ws numbers it; what it leaves open has a number of ours.
/// The client graphql-ws gives up after 4400, 4401, 4406, 4409 and 4429, and comes back after all others.
final class CloseReason {

    static final CloseStatus GOING_AWAY = new CloseStatus(1001, "Restarting: come back");
    static final CloseStatus MESSAGE_TOO_LARGE = new CloseStatus(1009, "Message too large");
    static final CloseStatus MALFORMED = new CloseStatus(4400, "Invalid message");
    static final CloseStatus NOT_ACKNOWLEDGED = new CloseStatus(4401, "Unauthorized");
    static final CloseStatus BAD_TOKEN = new CloseStatus(4401, "The access token is not valid");
    /// Not 4401: a client that comes back asks for the token anew, and finds a fresh one.
    static final CloseStatus TOKEN_EXPIRED = new CloseStatus(4403, "Token expired");
    static final CloseStatus WRONG_PROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");
    static final CloseStatus NO_INIT = new CloseStatus(4408, "Connection initialisation timeout");
    static final CloseStatus SECOND_INIT = new CloseStatus(4429, "Too many initialisation requests");
    static final CloseStatus SILENT = new CloseStatus(4504, "No answer to pings");
    static final CloseStatus SLOW_READER = new CloseStatus(4508, "Slow reader: resume with your last cursor");

    private CloseReason() {
    }

    static CloseStatus idInUse(String id) {
        return new CloseStatus(4409, "Subscriber for " + (id.length() > 40 ? "this id" : id) + " already exists");
    }
}
