package io.fairbridge.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.fairbridge.organisation.Organisation;
import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.UserError;
import io.fairbridge.platform.UserErrorCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.taxonomy.ServiceCategories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Narrows a search: lists mean any of their entries, the fields together all of them.
public record PostingFilter(
        @Nullable List<String> categories,
        @Nullable List<String> countries,
        @Nullable List<String> markets,
        @Nullable Set<DeliveryMode> deliveryModes,
        @Nullable List<String> languages,
        @Nullable String fairId,
        @Nullable String organisationId) {

    static final PostingFilter NONE = new PostingFilter(null, null, null, null, null, null, null);
    private static final int LIST_LIMIT = 50;
    /// The root of all categories, which narrows nothing and is not in the index.
    private static final String ALL_SERVICES = "S";

    /// Every problem with it.
    List<UserError> problems(ServiceCategories known) {
        var problems = new Problems();
        problems.countries(countries, LIST_LIMIT, "countries");
        problems.countries(markets, LIST_LIMIT, "markets");
        problems.languages(languages, LIST_LIMIT, "languages");
        var wanted = Objects.requireNonNullElse(categories, List.<String>of());
        if (wanted.size() > LIST_LIMIT) {
            problems.add(UserErrorCode.TOO_LONG, "tooMany", List.of(LIST_LIMIT), "categories");
        }
        for (int i = 0; i < wanted.size() && i < LIST_LIMIT; i++) {
            if (known.find(wanted.get(i)).isEmpty()) {
                problems.add(UserErrorCode.INVALID, "notACategory", List.of(wanted.get(i)), "categories", Integer.toString(i));
            }
        }
        return problems.found();
    }

    /// As clauses that a posting must fulfil. Codes that do not exist are fulfilled by none.
    List<Query> clauses() {
        var clauses = new ArrayList<Query>();
        any("category", categories != null && categories.contains(ALL_SERVICES) ? null : categories, clauses);
        any("country", upper(countries), clauses);
        anyOrUnstated("markets", upper(markets), clauses);
        anyOrUnstated("deliveryModes", deliveryModes, clauses);
        anyOrUnstated("languages", languages == null ? null
                : languages.stream().map(tag -> LanguageCode.of(tag).map(LanguageCode::value).orElse(tag)).toList(), clauses);
        if (fairId != null) {
            any("fairIds", List.of(GlobalId.local(fairId, "Fair").orElse("")), clauses);
        }
        if (organisationId != null) {
            any("organisationId", List.of(GlobalId.local(organisationId, Organisation.TYPE).orElse("")), clauses);
        }
        return clauses;
    }

    private static @Nullable List<String> upper(@Nullable List<String> codes) {
        return codes == null ? null : codes.stream().map(code -> CountryCode.of(code).map(CountryCode::value).orElse(code)).toList();
    }

    private static void any(String field, @Nullable Collection<?> values, List<Query> clauses) {
        if (values != null && !values.isEmpty()) {
            clauses.add(terms(field, values));
        }
    }

    private static void anyOrUnstated(String field, @Nullable Collection<?> values, List<Query> clauses) {
        if (values != null && !values.isEmpty()) {
            var unstated = Query.of(one -> one.bool(bool -> bool.mustNot(not -> not.exists(exists -> exists.field(field)))));
            clauses.add(Query.of(one -> one.bool(bool -> bool.should(terms(field, values), unstated).minimumShouldMatch("1"))));
        }
    }

    private static Query terms(String field, Collection<?> values) {
        var wanted = values.stream().map(value -> FieldValue.of(value.toString())).toList();
        return Query.of(one -> one.terms(terms -> terms.field(field).terms(list -> list.value(wanted))));
    }

    /// Without nulls, for readers.
    PostingFilter stated() {
        return new PostingFilter(list(categories), list(countries), list(markets), deliveryModes == null ? Set.of() : Set.copyOf(deliveryModes),
                list(languages), fairId, organisationId);
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
