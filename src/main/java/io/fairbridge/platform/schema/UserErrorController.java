package io.fairbridge.platform.schema;

import io.fairbridge.platform.UserError;
import io.fairbridge.platform.Viewer;
import org.springframework.context.MessageSource;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class UserErrorController {

    private final MessageSource messages;

    UserErrorController(MessageSource messages) {
        this.messages = messages;
    }

    @SchemaMapping
    String message(UserError error, @ContextValue Viewer viewer) {
        return messages.getMessage("error." + error.messageKey(), error.arguments().toArray(), viewer.locale());
    }
}
