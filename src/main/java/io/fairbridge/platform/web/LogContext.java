package io.fairbridge.platform.web;

import io.fairbridge.platform.graphql.RequestId;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import jakarta.annotation.PostConstruct;
import org.springframework.stereotype.Component;

/// Lets the request id follow a request from thread to thread into the log.
@Component
class LogContext {

    @PostConstruct
    void register() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(RequestId.LOG_KEY));
    }
}
