package io.fairbridge.platform.graphql;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// GraphQL over HTTP: bodies of bounded size, faults of the request told as GraphQL errors, answers with their length.
@Component
class HttpEndpoint extends GraphQlHttpHandler {

    private final int bodySize;
    private final JsonMapper json;

    HttpEndpoint(WebGraphQlHandler handler, GraphQlSettings settings, JsonMapper json) {
        super(handler);
        this.bodySize = Math.toIntExact(settings.bodySize().toBytes());
        this.json = json;
    }

    @Override
    public ServerResponse handleRequest(ServerRequest request) throws ServletException {
        try {
            var body = request.servletRequest().getInputStream().readNBytes(bodySize + 1);
            if (body.length > bodySize) {
                return refused(HttpStatus.CONTENT_TOO_LARGE, ErrorCode.LIMIT_EXCEEDED,
                        "The body has more than %,d bytes, which is the limit.".formatted(bodySize));
            }
            return RequestForm.fits(json.readTree(body))
                    ? super.handleRequest(ServerRequest.from(request).body(body).build())
                    : malformed();
        } catch (JacksonException | HttpMessageNotReadableException | ServerWebInputException | IOException malformed) {
            return malformed();
        } catch (HttpMediaTypeNotSupportedException otherType) {
            return refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, ErrorCode.BAD_REQUEST,
                    "The body must be of type application/json.");
        }
    }

    private static ServerResponse malformed() {
        return refused(HttpStatus.BAD_REQUEST, ErrorCode.BAD_REQUEST,
                "The body must be a JSON object with a `query`, and where needed `variables` and `operationName`.");
    }

    private static ServerResponse refused(HttpStatus status, ErrorCode code, String message) {
        return ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON).body(ErrorBody.of(code, message));
    }

    /// The answer is at hand as a whole: told with its length, it needs no chunks.
    @Override
    protected ServerResponse.HeadersBuilder.@Nullable WriteFunction getWriteFunction(Map<String, Object> result,
            MediaType contentType) {
        return (request, response) -> {
            var bytes = json.writeValueAsBytes(result);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            return null;
        };
    }
}
