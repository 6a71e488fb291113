package io.fairbridge.platform;

/// Makes ids for new objects: unique, growing with time, safe in a URL.
@FunctionalInterface
public interface IdSource {

    String next();
}
