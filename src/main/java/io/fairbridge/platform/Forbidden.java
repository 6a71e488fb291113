package io.fairbridge.platform;

/// The caller may not see this field.
public class Forbidden extends RuntimeException {

    public Forbidden() {
        super("Not allowed.");
    }
}
