package io.fairbridge.notification;

import io.fairbridge.posting.PostingStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    /// Before anything that may find something to tell.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    PostingStep beginTelling(Telling telling) {
        return changed -> telling.beginPass();
    }

    /// After everything, so that the work counts as done only when all are told.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    PostingStep endTelling(Telling telling) {
        return changed -> telling.endPass();
    }
}
