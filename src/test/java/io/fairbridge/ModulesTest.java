package io.fairbridge;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void givenTheModules_whenTheirBordersAreChecked_thenEachUsesOnlyWhatItSays() {
        var modules = ApplicationModules.of(Fairbridge.class);

        modules.verify();
    }
}
