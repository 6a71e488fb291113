package io.fairbridge.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairbridge.platform.graphql.RequestPath;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "fairbridge.graphql.explorer=false")
class ExplorerOffTest extends RequestPath {

    @Test
    void givenTheExplorerIsOff_thenNeitherGraphiQlNorIntrospectionAnswers() {
        assertThat(get("/graphiql", "Accept", "text/html").status()).isEqualTo(404);
        assertThat(ask("{ __schema { types { name } } }").code()).isEqualTo("FORBIDDEN");
        assertThat(ask("{ __type(name: \"Query\") { name } }").code()).isEqualTo("FORBIDDEN");
        assertThat(ask("{ __typename }").body().at("/data/__typename").asString()).isEqualTo("Query");
    }
}
