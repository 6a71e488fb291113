package io.fairbridge.taxonomy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class TaxonomyController {

    private final ServiceCategories categories;

    TaxonomyController(ServiceCategories categories) {
        this.categories = categories;
    }

    @QueryMapping
    Collection<ServiceCategory> serviceCategories() {
        return categories.all();
    }

    @QueryMapping
    @Nullable ServiceCategory serviceCategory(@Argument String code) {
        return categories.find(code).orElse(null);
    }

    @SchemaMapping
    String name(ServiceCategory category, @Argument @Nullable String language) {
        return category.name(Locale.forLanguageTag(Objects.requireNonNullElse(language, "en")));
    }

    @SchemaMapping
    String description(ServiceCategory category) {
        return category.definition();
    }

    @SchemaMapping
    @Nullable ServiceCategory parent(ServiceCategory category) {
        return category.wider().flatMap(categories::find).orElse(null);
    }

    @SchemaMapping
    List<ServiceCategory> children(ServiceCategory category) {
        return categories.children(category.code());
    }
}
