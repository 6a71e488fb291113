package io.fairbridge.platform.graphql;

import graphql.GraphQLContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of a request in answers and logs.
public final class RequestId {

    /// Header, attribute of requests and sockets, and key in the GraphQL context.
    public static final String HEADER = "X-Request-Id";
    /// Key of the logging context.
    public static final String LOG_KEY = "requestId";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=-]{8,64}");

    private RequestId() {
    }

    /// The wish where it is fit for a log, else a fresh one.
    public static String of(@Nullable String wish) {
        return wish != null && SANE.matcher(wish).matches() ? wish : fresh();
    }

    static String of(GraphQLContext context) {
        return context.getOrDefault(HEADER, "unknown");
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
