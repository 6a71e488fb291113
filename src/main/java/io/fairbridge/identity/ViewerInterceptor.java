package io.fairbridge.identity;

import io.fairbridge.platform.SupportedLocales;
import io.fairbridge.platform.Viewer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Says once a request who asks and in which language, and passes it on in the GraphQL context: resolvers and batch
/// loaders read it there, never from their thread.
@Component
class ViewerInterceptor implements WebGraphQlInterceptor {

    private final Accounts accounts;

    ViewerInterceptor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var account = account(authentication);
        var locale = Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(SupportedLocales::accepted)
                .or(() -> account.map(known -> SupportedLocales.nearest(known.locale())))
                .orElse(SupportedLocales.ENGLISH);
        var viewer = account.map(known -> known.viewer(locale)).orElseGet(() -> Viewer.anonymous(locale));
        request.configureExecutionInput((input, builder) ->
                builder.locale(locale).graphQLContext(Map.of(Viewer.CONTEXT_KEY, viewer)).build());
        return chain.next(request);
    }

    private Optional<Account> account(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token ? accounts.find(token.getName()) : Optional.empty();
    }
}
