package io.fairbridge.platform;

/// A request that no well-made client sends: an argument out of its range, a cursor that is none.
public class BadRequest extends RuntimeException {

    public BadRequest(String message) {
        super(message);
    }
}
