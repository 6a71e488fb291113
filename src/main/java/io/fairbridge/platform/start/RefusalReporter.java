package io.fairbridge.platform.start;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Tells a refusal as its one sentence, where Spring would print an analysis or a stack trace.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var refusal = refusal(failure);
        refusal.ifPresent(told -> System.err.println(told.getMessage()));
        return refusal.isPresent();
    }

    private static Optional<StartRefused> refusal(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, cause -> cause.getCause())
                .<StartRefused>mapMulti((cause, found) -> {
                    switch (cause) {
                        case StartRefused refused -> found.accept(refused);
                        case PortInUseException taken -> found.accept(PortCheck.refused(taken.getPort()));
                        case null, default -> {}
                    }
                })
                .findFirst();
    }
}
