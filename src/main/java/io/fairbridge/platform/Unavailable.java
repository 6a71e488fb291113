package io.fairbridge.platform;

/// A store that is needed does not answer.
public class Unavailable extends RuntimeException {

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public Unavailable(String what) {
        super(what);
    }
}
