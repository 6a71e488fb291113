package io.fairbridge.posting;

import io.fairbridge.platform.Viewer;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ImportController {

    private final PostingImports imports;

    ImportController(PostingImports imports) {
        this.imports = imports;
    }

    @MutationMapping
    ImportPostingsPayload importPostings(@Argument ImportPostingsInput input, @ContextValue Viewer viewer) {
        return imports.run(input, viewer).fold(
                report -> new ImportPostingsPayload(report, List.of()),
                errors -> new ImportPostingsPayload(null, errors));
    }
}
