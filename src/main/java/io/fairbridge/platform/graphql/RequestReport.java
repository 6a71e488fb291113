package io.fairbridge.platform.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.validation.ValidationError;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What is told of each request: every error gets its code, faults of ours get the request id instead of an inner
/// message, and requests are timed by operation and outcome. Bad input is counted, and logged for debugging only.
@Component
@Order(0)
class RequestReport extends SimplePerformantInstrumentation {

    private static final Logger log = LoggerFactory.getLogger(RequestReport.class);

    private final MeterRegistry meters;
    private final int validationErrors;

    RequestReport(MeterRegistry meters, GraphQlSettings settings) {
        this.meters = meters;
        this.validationErrors = settings.limits().validationErrors();
    }

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        return new Request(Timer.start(meters));
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        request(state).operation = parameters.getExecutionContext().getOperationDefinition().getOperation().name()
                .toLowerCase(Locale.ROOT);
        return null;
    }

    /// Comes once for a query or mutation, and for a subscription once at its start and once an event.
    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        var requestId = RequestId.of(parameters.getGraphQLContext());
        var told = result.getErrors().isEmpty() ? result : withCodes(result, requestId);
        request(state).record(meters, told.getErrors());
        return CompletableFuture.completedFuture(told);
    }

    private ExecutionResult withCodes(ExecutionResult result, String requestId) {
        log.debug("Request {} is answered with {}", requestId, result.getErrors());
        var errors = result.getErrors().stream().map(error -> withCode(error, requestId)).toList();
        var few = result.getErrors().getFirst() instanceof ValidationError && errors.size() > validationErrors
                ? errors.subList(0, validationErrors)
                : errors;
        return result.transform(builder -> builder.errors(few));
    }

    static GraphQLError withCode(GraphQLError error, String requestId) {
        var extensions = new HashMap<String, Object>(Objects.requireNonNullElse(error.getExtensions(), java.util.Map.of()));
        var code = extensions.get("code") instanceof String known ? known : ErrorCode.of(error.getErrorType()).name();
        extensions.put("code", code);
        var ours = code.equals(ErrorCode.INTERNAL_ERROR.name());
        if (ours) {
            extensions.put("requestId", requestId);
        }
        return GraphqlErrorBuilder.newError()
                .message("%s", ours ? Fault.internal().message() : error.getMessage())
                .locations(error.getLocations())
                .path(error.getPath())
                .errorType(ours ? ErrorCode.INTERNAL_ERROR.classification() : error.getErrorType())
                .extensions(extensions)
                .build();
    }

    private static Request request(@Nullable InstrumentationState state) {
        return (Request) Objects.requireNonNull(state);
    }

    private static final class Request implements InstrumentationState {

        private final Timer.Sample start;
        private final AtomicBoolean recorded = new AtomicBoolean();
        private volatile String operation = "none";

        Request(Timer.Sample start) {
            this.start = start;
        }

        void record(MeterRegistry meters, List<GraphQLError> errors) {
            if (recorded.compareAndSet(false, true)) {
                var outcome = errors.isEmpty() ? "SUCCESS" : String.valueOf(errors.getFirst().getExtensions().get("code"));
                start.stop(meters.timer("fairbridge.graphql.requests", "operation", operation, "outcome", outcome));
            }
        }
    }
}
