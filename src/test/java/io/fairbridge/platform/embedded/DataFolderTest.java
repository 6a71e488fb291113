package io.fairbridge.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairbridge.platform.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void givenAHeldFolder_whenOpeningItAgain_thenTheSentenceNamesTheHolderAndTheSetting() throws IOException {
        try (var held = DataFolder.open(folder)) {
            assertThat(held.mongo()).isDirectory();

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DataFolder.open(folder))
                    .withMessageContainingAll(
                            "process " + ProcessHandle.current().pid(), folder.toString(), "FAIRBRIDGE_DATA_DIR");
        }
    }

    @Test
    void givenAFolderThatWasLetGo_whenOpeningIt_thenItIsHeldAgain() throws IOException {
        DataFolder.open(folder).close();

        try (var again = DataFolder.open(folder)) {
            assertThat(again.elasticsearch()).isDirectory();
        }
    }

    @Test
    void givenAFileInItsPlace_whenOpening_thenTheSentenceNamesFolderAndSetting() throws IOException {
        var file = Files.createFile(folder.resolve("data"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataFolder.open(file))
                .withMessageContainingAll(file.toString(), "FAIRBRIDGE_DATA_DIR");
    }
}
