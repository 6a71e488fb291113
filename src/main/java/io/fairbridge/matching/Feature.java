package io.fairbridge.matching;

import java.util.Locale;

/// What is measured on a pair. The weights of `weights.properties` say what each is worth in points.
enum Feature {
    /// Cosine of the whole texts in the models' common space.
    TEXT(ReasonKind.MEANING),
    /// The same, counted only across languages, where cosines are smaller.
    TEXT_ACROSS(ReasonKind.MEANING),
    /// Cosine of the titles in the models' common space.
    TITLE(ReasonKind.MEANING),
    /// Cosine of the whole texts as the English model reads them, Chinese through the dictionary.
    GLOSS(ReasonKind.MEANING),
    /// The same, counted only across languages.
    GLOSS_ACROSS(ReasonKind.MEANING),
    /// 1 across languages: evens out what cosines are worth there.
    ACROSS(ReasonKind.MEANING),

    /// Shared words of one language, rare ones weigh more (BM25 in parts of what the demand could get).
    WORDS(ReasonKind.WORDS),
    /// Shared words across languages, Chinese ones by their glosses.
    WORDS_ACROSS(ReasonKind.SHARED_CONCEPT),
    /// Shared concepts of the glossary.
    CONCEPTS(ReasonKind.SHARED_CONCEPT),

    /// The same category.
    CATEGORY_SAME(ReasonKind.CATEGORY),
    /// One category holds the other.
    CATEGORY_LINE(ReasonKind.CATEGORY),
    /// Different categories of one main item.
    CATEGORY_BRANCH(ReasonKind.CATEGORY),

    /// Offered in every market wanted.
    MARKET_ALL(ReasonKind.MARKET),
    /// Offered anywhere, or wanted anywhere.
    MARKET_ANY(ReasonKind.MARKET),
    /// Offered in some of the markets wanted.
    MARKET_SOME(ReasonKind.MARKET),
    /// Offered in none of them.
    MARKET_NONE(ReasonKind.MARKET),

    /// Every mode accepted is offered.
    MODE_ALL(ReasonKind.DELIVERY_MODE),
    /// No mode is common.
    MODE_NONE(ReasonKind.DELIVERY_MODE),

    /// Every language wanted is offered.
    LANGUAGE_ALL(ReasonKind.LANGUAGE),
    /// The language in which the demand is written is offered.
    LANGUAGE_OF_DEMAND(ReasonKind.LANGUAGE),
    /// No language is common.
    LANGUAGE_NONE(ReasonKind.LANGUAGE),

    /// The lowest price lies within the budget.
    PRICE_WITHIN(ReasonKind.PRICE),
    /// It lies above.
    PRICE_OVER(ReasonKind.PRICE),
    /// How far the highest price is from the budget, in powers of ten, up to 3: another scale of work.
    PRICE_GAP(ReasonKind.PRICE);

    private final ReasonKind kind;

    Feature(ReasonKind kind) {
        this.kind = kind;
    }

    ReasonKind kind() {
        return kind;
    }

    /// Its name in the table of weights, such as `market.all`.
    String key() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }
}
