package io.fairbridge.platform.schema;

import graphql.schema.TypeResolver;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.IdSource;
import java.time.Clock;
import org.bson.types.ObjectId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    /// An object's global id names its type, so one resolver serves every interface.
    private static final TypeResolver BY_GLOBAL_ID =
            environment -> environment.getSchema().getObjectType(((GlobalNode) environment.getObject()).globalId().type());

    @Bean
    RuntimeWiringConfigurer scalarsAndInterfaces() {
        return wiring -> {
            Scalars.all().forEach(wiring::scalar);
            for (var name : new String[] {"Node", "Posting", "Notification"}) {
                wiring.type(name, type -> type.typeResolver(BY_GLOBAL_ID));
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    IdSource ids() {
        return () -> new ObjectId().toHexString();
    }
}
