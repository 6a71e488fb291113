package io.fairbridge.platform.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Turns exceptions of resolvers, and those that end a subscription, into errors.
@Component
class Exceptions implements DataFetcherExceptionResolver, SubscriptionExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(Exceptions.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable exception, DataFetchingEnvironment environment) {
        var requestId = RequestId.of(environment.getGraphQlContext());
        var fault = fault(exception, requestId, environment.getExecutionStepInfo().getPath().toString());
        return Mono.just(List.of(fault.complete(GraphqlErrorBuilder.newError(environment))));
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable exception) {
        var requestId = RequestId.fresh();
        var error = fault(exception, requestId, "a subscription").error();
        return Mono.just(List.of(RequestReport.withCode(error, requestId)));
    }

    static Fault fault(Throwable exception, String requestId, String where) {
        var fault = Fault.of(exception);
        switch (fault.code()) {
            case INTERNAL_ERROR -> log.error("Request {} failed in {}", requestId, where, exception);
            case UNAVAILABLE -> log.info("Request {} found a store away in {}: {}", requestId, where, exception.toString());
            default -> log.debug("Request {} was refused in {}: {}", requestId, where, exception.toString());
        }
        return fault;
    }
}
