package io.fairbridge.platform.graphql;

import graphql.ErrorClassification;
import org.springframework.graphql.execution.ErrorType;

/// What went wrong with a request, for programs: `extensions.code` of every top-level error.
public enum ErrorCode {
    /// The request is malformed or does not fit the schema.
    BAD_REQUEST(ErrorType.BAD_REQUEST),
    /// The request asks for more than one request may.
    LIMIT_EXCEEDED(ErrorType.BAD_REQUEST),
    /// Nobody is signed in, or the token is no longer valid.
    UNAUTHENTICATED(ErrorType.UNAUTHORIZED),
    /// The caller may not see this or do this.
    FORBIDDEN(ErrorType.FORBIDDEN),
    /// No such thing.
    NOT_FOUND(ErrorType.NOT_FOUND),
    /// A store does not answer, or not in time; trying again later may help.
    UNAVAILABLE(ErrorClassification.errorClassification("UNAVAILABLE")),
    /// A fault of ours. The log has it under the request id.
    INTERNAL_ERROR(ErrorType.INTERNAL_ERROR);

    private final ErrorClassification classification;

    ErrorCode(ErrorClassification classification) {
        this.classification = classification;
    }

    ErrorClassification classification() {
        return classification;
    }

    /// The code of an error that graphql-java or Spring made.
    static ErrorCode of(ErrorClassification classification) {
        return switch (classification) {
            case ErrorType.BAD_REQUEST -> BAD_REQUEST;
            case ErrorType.UNAUTHORIZED -> UNAUTHENTICATED;
            case ErrorType.FORBIDDEN -> FORBIDDEN;
            case ErrorType.NOT_FOUND -> NOT_FOUND;
            case graphql.ErrorType.InvalidSyntax, graphql.ErrorType.ValidationError,
                 graphql.ErrorType.OperationNotSupported -> BAD_REQUEST;
            case graphql.ErrorType.ExecutionAborted -> UNAVAILABLE;
            default -> switch (classification.toString()) {
                case "UNAVAILABLE" -> UNAVAILABLE;
                case "BadFaithIntrospection" -> LIMIT_EXCEEDED;
                case "IntrospectionDisabled" -> FORBIDDEN;
                default -> INTERNAL_ERROR;
            };
        };
    }
}
