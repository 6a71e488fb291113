package io.fairbridge.search;

import io.fairbridge.identity.Account;
import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.NodeSource;
import io.fairbridge.platform.PageRequest;
import io.fairbridge.platform.SupportedLocales;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.Viewer;
import io.fairbridge.posting.PostingKind;
import io.fairbridge.taxonomy.ServiceCategories;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SearchController implements NodeSource {

    private final PostingSearch search;
    private final SavedSearches savedSearches;
    private final ServiceCategories categories;
    private final MessageSource messages;

    SearchController(PostingSearch search, SavedSearches savedSearches, ServiceCategories categories, MessageSource messages) {
        this.search = search;
        this.savedSearches = savedSearches;
        this.categories = categories;
        this.messages = messages;
    }

    record SaveSearchPayload(@Nullable SavedSearch savedSearch, List<UserError> errors) {
    }

    record DeleteSavedSearchPayload(@Nullable String deletedId, List<UserError> errors) {
    }

    @QueryMapping
    SearchConnection offerings(
            @Argument @Nullable String query, @Argument @Nullable PostingFilter filter, @Argument @Nullable PostingSort sort,
            @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return find(PostingKind.OFFERING, query, filter, sort, first, after);
    }

    @QueryMapping
    SearchConnection demands(
            @Argument @Nullable String query, @Argument @Nullable PostingFilter filter, @Argument @Nullable PostingSort sort,
            @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return find(PostingKind.DEMAND, query, filter, sort, first, after);
    }

    private SearchConnection find(PostingKind kind, @Nullable String query, @Nullable PostingFilter filter, @Nullable PostingSort sort,
            @Nullable Integer first, @Nullable String after) {
        return search.search(kind, query, Optional.ofNullable(filter).orElse(PostingFilter.NONE), sort, PageRequest.of(first, after));
    }

    @SchemaMapping(typeName = "FacetBucket")
    String label(Facet.Bucket bucket, @Argument @Nullable String language) {
        var reader = SupportedLocales.nearest(Locale.forLanguageTag(Objects.requireNonNullElse(language, "en")));
        return switch (bucket.facet()) {
            case "categories" -> categories.find(bucket.value()).map(category -> category.name(reader)).orElse(bucket.value());
            case "countries", "markets" -> CountryCode.of(bucket.value()).map(country -> country.name(reader)).orElse(bucket.value());
            case "languages" -> LanguageCode.of(bucket.value()).map(tongue -> tongue.name(reader)).orElse(bucket.value());
            default -> messages.getMessage("deliveryMode." + bucket.value(), null, bucket.value(), reader);
        };
    }

    @MutationMapping
    SaveSearchPayload saveSearch(@Argument SaveSearchInput input, @ContextValue Viewer viewer) {
        return savedSearches.save(input, viewer)
                .fold(done -> new SaveSearchPayload(done, List.of()), errors -> new SaveSearchPayload(null, errors));
    }

    record DeleteSavedSearchInput(String id) {
    }

    @MutationMapping
    DeleteSavedSearchPayload deleteSavedSearch(@Argument DeleteSavedSearchInput input, @ContextValue Viewer viewer) {
        return savedSearches.delete(input.id(), viewer)
                .fold(done -> new DeleteSavedSearchPayload(done, List.of()), errors -> new DeleteSavedSearchPayload(null, errors));
    }

    @SchemaMapping(typeName = "Viewer", field = "savedSearches")
    List<SavedSearch> ofAccount(Account account, @ContextValue Viewer viewer) {
        return savedSearches.of(account.viewer(viewer.locale()));
    }

    @Override
    public Set<String> types() {
        return Set.of(SavedSearch.TYPE);
    }

    @Override
    public Map<String, ? extends GlobalNode> find(String type, Collection<String> locals, Viewer viewer) {
        return savedSearches.findAll(locals, viewer);
    }
}
