package io.fairbridge.platform.graphql;

import graphql.ExecutionResult;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Around every request: its id, its time limit, and an answer even where an interceptor fails. A subscription is
/// answered once it stands, so the limit does not end it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestGuard implements WebGraphQlInterceptor {

    private final GraphQlSettings settings;

    RequestGuard(GraphQlSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var requestId = request.getAttributes().get(RequestId.HEADER) instanceof String known ? known : request.getId();
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(RequestId.HEADER, requestId)).build());
        return Mono.defer(() -> chain.next(request))
                .timeout(limit(request))
                .onErrorResume(exception -> Mono.fromSupplier(() -> answer(request, requestId, exception)));
    }

    private Duration limit(WebGraphQlRequest request) {
        return settings.longFields().stream().anyMatch(request.getDocument()::contains) ? settings.longTimeout() : settings.requestTimeout();
    }

    private static WebGraphQlResponse answer(WebGraphQlRequest request, String requestId, Throwable exception) {
        var error = Exceptions.fault(exception, requestId, "the request").error();
        var result = ExecutionResult.newExecutionResult().addError(RequestReport.withCode(error, requestId)).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }
}
