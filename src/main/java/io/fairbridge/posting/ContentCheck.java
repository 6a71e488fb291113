package io.fairbridge.posting;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.platform.Outcome;
import io.fairbridge.platform.Problems;
import io.fairbridge.platform.UserErrorCode;
import io.fairbridge.taxonomy.ServiceCategories;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a posting's fields and tells every problem with them at once.
@Component
class ContentCheck {

    static final int TITLE_LIMIT = 150;
    static final int DESCRIPTION_LIMIT = 8_000;
    static final int MARKET_LIMIT = 20;
    static final int LANGUAGE_LIMIT = 20;
    private static final int WHOLE_DIGITS = 15;
    private static final int FRACTION_DIGITS = 4;

    private final ServiceCategories categories;

    ContentCheck(ServiceCategories categories) {
        this.categories = categories;
    }

    /// How much of a posting must be there.
    enum Completeness {
        /// Nothing but a language: a draft.
        DRAFT,
        /// All that is needed on the market.
        MARKET,
        /// As for the market, but its time may be over: what was posted elsewhere before.
        RECEIVED
    }

    Outcome<PostingContent> check(PostingFields fields, Completeness completeness, Instant now) {
        var problems = new Problems();
        boolean draft = completeness == Completeness.DRAFT;
        var language = problems.language(fields.language(), "language");
        var title = draft ? problems.optionalText(fields.title(), TITLE_LIMIT, "title") : problems.text(fields.title(), TITLE_LIMIT, "title");
        var description = draft
                ? problems.optionalText(fields.description(), DESCRIPTION_LIMIT, "description")
                : problems.text(fields.description(), DESCRIPTION_LIMIT, "description");
        var category = category(fields.category(), draft, problems);
        var markets = problems.countries(fields.markets(), MARKET_LIMIT, "markets");
        var languages = problems.languages(fields.languages(), LANGUAGE_LIMIT, "languages");
        var price = price(fields.price(), problems);
        if (completeness == Completeness.MARKET && fields.validUntil() != null && !fields.validUntil().isAfter(now)) {
            problems.add(UserErrorCode.OUT_OF_RANGE, "notInFuture", List.of(), "validUntil");
        }
        return problems.none()
                ? Outcome.done(new PostingContent(language.orElse(LanguageCode.ENGLISH), title.replaceAll("\\s+", " "), description, category,
                        markets, Objects.requireNonNullElse(fields.deliveryModes(), Set.of()), languages, price, validUntil(fields.validUntil())))
                : Outcome.refused(problems.found());
    }

    /// As fine as it is stored, so that the same time is equal again.
    private static @Nullable Instant validUntil(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    private @Nullable String category(@Nullable String code, boolean draft, Problems problems) {
        if (code == null || code.isBlank()) {
            if (!draft) {
                problems.add(UserErrorCode.REQUIRED, "required", List.of(), "category");
            }
            return null;
        }
        var known = categories.find(code.strip());
        if (known.isEmpty()) {
            problems.add(UserErrorCode.INVALID, "notACategory", List.of(code.length() > 20 ? code.substring(0, 20) + "…" : code), "category");
        }
        return known.map(category -> category.code()).orElse(null);
    }

    private static @Nullable Price price(@Nullable PriceInput input, Problems problems) {
        if (input == null) {
            return null;
        }
        var currency = problems.currency(input.currency(), "price", "currency");
        var min = amount(input.min(), problems, "min");
        var max = amount(input.max(), problems, "max");
        if (min == null && max == null) {
            problems.add(UserErrorCode.REQUIRED, "priceEmpty", List.of(), "price");
        } else if (min != null && max != null && min.compareTo(max) > 0) {
            problems.add(UserErrorCode.OUT_OF_RANGE, "minAboveMax", List.of(), "price", "max");
        }
        return currency.map(known -> new Price(min, max, known)).orElse(null);
    }

    /// Stored without needless zeros, so that equal amounts are equal.
    private static @Nullable BigDecimal amount(@Nullable BigDecimal amount, Problems problems, String end) {
        if (amount == null) {
            return null;
        }
        var plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (plain.signum() < 0) {
            problems.add(UserErrorCode.OUT_OF_RANGE, "negative", List.of(), "price", end);
        } else if (plain.precision() - plain.scale() > WHOLE_DIGITS || plain.scale() > FRACTION_DIGITS) {
            problems.add(UserErrorCode.OUT_OF_RANGE, "tooManyDigits", List.of(), "price", end);
        }
        return plain;
    }
}
