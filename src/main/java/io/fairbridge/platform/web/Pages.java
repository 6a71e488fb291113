package io.fairbridge.platform.web;

import io.fairbridge.platform.graphql.GraphQlSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/// The pages: the web client on all of its own routes, and GraphiQL. Everything they load is ours, so that they work
/// without the internet.
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final List<String> NO_ROUTES_OF_THE_CLIENT =
            List.of("/graphql", "/graphiql", "/actuator", "/uploads", "/assets", "/webjars", "/error");

    private final boolean explorer;

    Pages(GraphQlSettings settings) {
        this.explorer = settings.explorer();
    }

    /// Names of built files change with what is in them; the build laid compressed forms beside them.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true).addResolver(new EncodedResourceResolver());
    }

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> pageRoutes() {
        var routes = RouterFunctions.route();
        if (explorer) {
            routes.GET("/graphiql", request -> page(new ClassPathResource("graphiql/index.html"), "text/html;charset=UTF-8"));
            routes.GET("/graphiql/start.js", request -> page(new ClassPathResource("graphiql/start.js"), "text/javascript;charset=UTF-8"));
        }
        return routes
                .route(Pages::isRouteOfTheClient, request -> page(new ClassPathResource("static/index.html"), "text/html;charset=UTF-8"))
                .build();
    }

    private static ServerResponse page(Resource page, String type) {
        return page.exists()
                ? ServerResponse.ok().contentType(MediaType.parseMediaType(type)).body(page)
                : ServerResponse.notFound().build();
    }

    /// A page asked for by a browser; files have a dot in their name.
    private static boolean isRouteOfTheClient(ServerRequest request) {
        var path = request.path();
        return HttpMethod.GET.equals(request.method())
                && request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                && path.indexOf('.', path.lastIndexOf('/')) < 0
                && NO_ROUTES_OF_THE_CLIENT.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
