package io.fairbridge.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @Test
    void givenAProcessOfThisFolderAndOneOfAnother_whenEndingLeftovers_thenOnlyTheFirstEnds(@TempDir Path folder)
            throws IOException {
        var ours = sleeper("-Dfairbridge.folder=" + folder);
        var anothers = sleeper("-Dfairbridge.folder=" + folder + "-of-another");

        Leftovers.end("-Dfairbridge.folder=" + folder);

        assertThat(ours.isAlive()).isFalse();
        assertThat(anothers.isAlive()).isTrue();
        anothers.destroyForcibly();
    }

    /// A shell's loop, so that the argument is on the command line of the process that lives.
    private static Process sleeper(String argument) throws IOException {
        return new ProcessBuilder("/bin/sh", "-c", "for i in $(seq 300); do sleep 0.1; done", "sleeper", argument).start();
    }
}
