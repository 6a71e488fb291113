package io.fairbridge.platform;

/// What kind of problem a [UserError] tells; meanings stand in `schema/platform.graphqls`.
public enum UserErrorCode {
    REQUIRED, INVALID, TOO_LONG, TOO_SHORT, OUT_OF_RANGE, NOT_FOUND, FORBIDDEN, CONFLICT, TAKEN, BAD_CREDENTIALS, LIMIT_EXCEEDED
}
