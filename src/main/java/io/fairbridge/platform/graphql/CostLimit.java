package io.fairbridge.platform.graphql;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Refuses operations that would answer too many fields. The edges of a connection count `first` times, a list as many
/// times as ids are given for it, any other list some ten times. The schema's own description is not counted: it is
/// bounded by itself.
@Component
@Order(2)
class CostLimit extends MaxQueryComplexityInstrumentation {

    /// More than any limit, and four hundred of them are no overflow.
    private static final long MANY = 1_000_000;
    private static final int DEFAULT_PAGE = 20;

    CostLimit(GraphQlSettings settings) {
        super(settings.limits().cost(), (field, below) -> cost(field, below, settings.limits().listSize()));
    }

    static int cost(FieldComplexityEnvironment field, int below, int listSize) {
        return (int) Math.min(MANY, 1 + times(field, listSize) * below);
    }

    private static long times(FieldComplexityEnvironment field, int listSize) {
        if (field.getParentType().getName().startsWith("__") || field.getField().getName().startsWith("__")
                || !isList(field.getFieldDefinition().getType())) {
            return 1;
        }
        if (field.getArguments().get("ids") instanceof Collection<?> ids) {
            return ids.size();
        }
        var parent = field.getParentEnvironment();
        return "edges".equals(field.getField().getName()) && parent != null ? pageSize(parent) : listSize;
    }

    private static long pageSize(FieldComplexityEnvironment connection) {
        return number(connection, "first", number(connection, "last", DEFAULT_PAGE));
    }

    private static long number(FieldComplexityEnvironment field, String argument, long otherwise) {
        return field.getArguments().get(argument) instanceof Number number ? Math.max(1, number.longValue()) : otherwise;
    }

    private static boolean isList(@Nullable GraphQLType type) {
        return GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
    }

    @Override
    protected AbortExecutionException mkAbortException(int total, int limit) {
        return new LimitExceeded("The operation costs %,d fields; at most %,d are allowed. Ask for smaller pages."
                .formatted(total, limit));
    }
}
