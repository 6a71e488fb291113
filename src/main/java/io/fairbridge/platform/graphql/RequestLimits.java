package io.fairbridge.platform.graphql;

import graphql.ExecutionInput;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Refuses documents that ask for too much before they are validated, let alone executed. What depends on variables is
/// the business of [CostLimit].
@Component
@Order(1)
class RequestLimits extends SimplePerformantInstrumentation {

    /// A level of fields takes the grammar some three rules.
    private static final int RULES_A_LEVEL = 12;

    private final GraphQlSettings.Limits limits;
    private final Map<Object, Object> context;

    RequestLimits(GraphQlSettings settings) {
        this.limits = settings.limits();
        var parser = ParserOptions.getDefaultOperationParserOptions().transform(options -> options
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .maxWhitespaceTokens(limits.characters())
                .maxRuleDepth(limits.depth() * RULES_A_LEVEL));
        this.context = Map.of(
                ParserOptions.class, parser,
                Introspection.INTROSPECTION_DISABLED, !settings.explorer(),
                SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED, true);
    }

    @Override
    public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        LimitExceeded.check("characters", input.getQuery().length(), limits.characters());
        input.getGraphQLContext().putAll(context);
        return input;
    }

    @Override
    public InstrumentationContext<Document> beginParse(InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        return SimpleInstrumentationContext.whenCompleted((document, failure) -> {
            if (failure instanceof ParseCancelledTooDeepException) {
                throw new LimitExceeded("The document is nested too deeply; at most %,d levels of fields are allowed."
                        .formatted(limits.depth()));
            }
            if (failure instanceof ParseCancelledException) {
                throw new LimitExceeded("The document has too many tokens; at most %,d are allowed."
                        .formatted(limits.tokens()));
            }
        });
    }

    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
        DocumentSize.of(parameters.getDocument(), limits.credentialMutations()).forEach(this::check);
        return null;
    }

    private void check(DocumentSize size) {
        LimitExceeded.check("levels of fields", size.depth(), limits.depth());
        LimitExceeded.check("fields of an operation", size.breadth(), limits.rootFields());
        LimitExceeded.check("fields", size.fields(), limits.fields());
        LimitExceeded.check("aliases", size.aliases(), limits.aliases());
        LimitExceeded.check("directives", size.directives(), limits.directives());
        LimitExceeded.check("fields that take credentials", size.credentials(), 1);
    }
}
