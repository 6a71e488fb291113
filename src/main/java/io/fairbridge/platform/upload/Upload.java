package io.fairbridge.platform.upload;

import java.io.IOException;
import java.io.InputStream;

/// A file as an account sent it.
///
/// @param fileName as the account's computer calls it; for people only, never a path
public record Upload(String fileName, Content content) {

    /// The file's bytes, as often as they are asked for.
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
