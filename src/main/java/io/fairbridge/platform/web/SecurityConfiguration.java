package io.fairbridge.platform.web;

import io.fairbridge.platform.graphql.ErrorBody;
import io.fairbridge.platform.graphql.ErrorCode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/// Who may ask for which path. What a caller may see within GraphQL is decided object by object, behind it.
///
/// There is no cookie, so there is nothing to forge a request with: CSRF tokens are not needed. GraphQL takes
/// `application/json` by POST alone, which no foreign page can send without asking first.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String ADMINISTRATOR = "SCOPE_admin";

    /// Everything from our own origin. Styles are written into the page by the component library and by GraphiQL's editor.
    private static final String CONTENT_SECURITY_POLICY = String.join("; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private final JsonMapper json;

    SecurityConfiguration(JsonMapper json) {
        this.json = json;
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) {
        return http
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
                        .requestMatchers("/graphql", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator/prometheus").access(fromThisMachineOrAdministrator())
                        .requestMatchers("/actuator/**").hasAuthority(ADMINISTRATOR)
                        .requestMatchers("/uploads/**").authenticated()
                        .requestMatchers(HttpMethod.GET, "/**").permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**").permitAll()
                        .anyRequest().authenticated())
                .oauth2ResourceServer(server -> server
                        .jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(signInFirst())
                        .accessDeniedHandler(notAllowed()))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(signInFirst())
                        .accessDeniedHandler(notAllowed()))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    /// A request that a proxy on this machine passes on comes from here too, but says so.
    private static AuthorizationManager<RequestAuthorizationContext> fromThisMachineOrAdministrator() {
        return (authentication, context) -> {
            var request = context.getRequest();
            var direct = request.getHeader("Forwarded") == null && request.getHeader("X-Forwarded-For") == null;
            return new AuthorizationDecision(direct && isLoopback(request.getRemoteAddr()) || isAdministrator(authentication.get()));
        };
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static boolean isAdministrator(Authentication caller) {
        return caller.getAuthorities().stream().anyMatch(granted -> ADMINISTRATOR.equals(granted.getAuthority()));
    }

    private AuthenticationEntryPoint signInFirst() {
        return (request, response, exception) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            write(response, HttpStatus.UNAUTHORIZED, ErrorBody.of(ErrorCode.UNAUTHENTICATED,
                    request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            ? "Sign in first."
                            : "The access token is not valid, or no longer. Sign in again."));
        };
    }

    private AccessDeniedHandler notAllowed() {
        return (request, response, exception) ->
                write(response, HttpStatus.FORBIDDEN, ErrorBody.of(ErrorCode.FORBIDDEN, "Not allowed."));
    }

    private void write(HttpServletResponse response, HttpStatus status, ErrorBody body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
