package io.fairbridge.platform.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One operation under way on a socket. Results are asked for as fast as the reader takes them and no faster; a source
/// that cannot wait and overflows makes its reader a slow one.
final class Operation extends BaseSubscriber<Map<String, Object>> {

    /// Results in the queue at once: few, so that all operations of a socket together fit into it.
    private static final int WINDOW = 4;

    private final String id;
    private final Socket socket;
    private final String requestId;

    Operation(String id, Socket socket, String requestId) {
        this.id = id;
        this.socket = socket;
        this.requestId = requestId;
    }

    void start(Mono<WebGraphQlResponse> response) {
        response.flatMapMany(this::results).subscribe(this);
    }

    private Flux<Map<String, Object>> results(WebGraphQlResponse response) {
        if (response.getData() instanceof Publisher<?> events) {
            return socket.counted(Flux.from(events).map(event -> ((ExecutionResult) event).toSpecification()));
        }
        return response.getExecutionResult().isDataPresent()
                ? Flux.just(response.toMap())
                : Flux.error(new Refused(response.getExecutionResult().getErrors()));
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(WINDOW);
    }

    @Override
    protected void hookOnNext(Map<String, Object> result) {
        socket.send("next", id, result, () -> request(1));
    }

    @Override
    protected void hookOnComplete() {
        socket.finish(this, "complete", null);
    }

    @Override
    protected void hookOnError(Throwable failure) {
        if (Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(5).anyMatch(Exceptions::isOverflow)) {
            socket.close(CloseReason.SLOW_READER);
        } else {
            socket.finish(this, "error", errors(failure).stream().map(GraphQLError::toSpecification).toList());
        }
    }

    private List<GraphQLError> errors(Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.errors;
            case SubscriptionPublisherException told -> told.getErrors();
            default -> List.of(RequestReport.withCode(
                    io.fairbridge.platform.graphql.Exceptions.fault(failure, requestId, "a subscription").error(), requestId));
        };
    }

    String id() {
        return id;
    }

    /// The request was answered with errors alone.
    private static final class Refused extends RuntimeException {

        private final transient List<GraphQLError> errors;

        Refused(List<GraphQLError> errors) {
            super("Refused", null, false, false);
            this.errors = errors;
        }
    }
}
