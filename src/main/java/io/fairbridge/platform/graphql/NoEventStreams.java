package io.fairbridge.platform.graphql;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Subscriptions have one way, the websocket, with its promises about tokens and slow readers; server-sent events
/// would be a second way around them.
@Component
class NoEventStreams extends GraphQlSseHandler {

    NoEventStreams(WebGraphQlHandler handler) {
        super(handler);
    }

    @Override
    public ServerResponse handleRequest(ServerRequest request) {
        return ServerResponse.status(HttpStatus.NOT_ACCEPTABLE).contentType(MediaType.APPLICATION_JSON)
                .body(ErrorBody.of(ErrorCode.BAD_REQUEST, "Subscribe over the websocket, protocol graphql-transport-ws."));
    }
}
