package io.fairbridge.platform.graphql;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoNotPrimaryException;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.fairbridge.platform.BadRequest;
import io.fairbridge.platform.Forbidden;
import io.fairbridge.platform.Unauthenticated;
import io.fairbridge.platform.Unavailable;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

/// What a caller is told of an exception: the one place where exceptions become errors.
record Fault(ErrorCode code, String message) {

    private static final Fault STORE_AWAY =
            new Fault(ErrorCode.UNAVAILABLE, "A store does not answer at the moment. Try again later.");

    static Fault of(Throwable exception) {
        return causes(exception).map(Fault::known).filter(fault -> fault != null).findFirst()
                .orElseGet(Fault::internal);
    }

    static Fault internal() {
        return new Fault(ErrorCode.INTERNAL_ERROR, "Something went wrong on our side.");
    }

    private static @Nullable Fault known(Throwable exception) {
        return switch (exception) {
            case BadRequest bad -> new Fault(ErrorCode.BAD_REQUEST, text(bad));
            case BindException binding -> new Fault(ErrorCode.BAD_REQUEST, text(binding));
            case ConstraintViolationException violations -> new Fault(ErrorCode.BAD_REQUEST, text(violations));
            case Unauthenticated nobody -> new Fault(ErrorCode.UNAUTHENTICATED, text(nobody));
            case AuthenticationException nobody -> new Fault(ErrorCode.UNAUTHENTICATED, "Sign in first.");
            case Forbidden forbidden -> new Fault(ErrorCode.FORBIDDEN, text(forbidden));
            case AccessDeniedException denied -> new Fault(ErrorCode.FORBIDDEN, "Not allowed.");
            case Unavailable away -> new Fault(ErrorCode.UNAVAILABLE, text(away));
            case DataAccessResourceFailureException away -> STORE_AWAY;
            case QueryTimeoutException slow -> STORE_AWAY;
            case TransientDataAccessException passing -> STORE_AWAY;
            case MongoTimeoutException away -> STORE_AWAY;
            case MongoSocketException away -> STORE_AWAY;
            case MongoNotPrimaryException election -> STORE_AWAY;
            case MongoInterruptedException stopping -> STORE_AWAY;
            case MongoException mongo when mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL) -> STORE_AWAY;
            case TransportException away -> STORE_AWAY;
            case ElasticsearchException search when search.status() >= 500 || search.status() == 429 -> STORE_AWAY;
            case IOException away -> STORE_AWAY;
            case TimeoutException slow ->
                    new Fault(ErrorCode.UNAVAILABLE, "The request took too long. Ask for less, or try again later.");
            default -> null;
        };
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.<@Nullable Throwable>iterate(exception, cause -> cause != null, Throwable::getCause).limit(10);
    }

    private static String text(Throwable exception) {
        var message = exception.getMessage();
        return message == null ? "" : message;
    }

    private static String text(BindException binding) {
        return binding.getAllErrors().stream()
                .map(error -> error instanceof FieldError field ? "`" + field.getField() + "` has a value of the wrong form." : "An argument has a value of the wrong form.")
                .distinct().limit(5).collect(Collectors.joining(" "));
    }

    private static String text(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream()
                .map(violation -> "`" + violation.getPropertyPath() + "` " + violation.getMessage() + ".")
                .limit(5).collect(Collectors.joining(" "));
    }

    GraphQLError error() {
        return complete(GraphqlErrorBuilder.newError());
    }

    GraphQLError complete(GraphqlErrorBuilder<?> error) {
        return (GraphQLError) error.message("%s", message)
                .errorType(code.classification())
                .extensions(Map.of("code", code.name()))
                .build();
    }
}
