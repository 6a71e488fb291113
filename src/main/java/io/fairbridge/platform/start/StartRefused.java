package io.fairbridge.platform.start;

/// Fairbridge cannot start here, and the message tells the person who starts it why and what to do, in one sentence.
public final class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
