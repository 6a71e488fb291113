package io.fairbridge.matching;

/// What a reason is about.
public enum ReasonKind {
    /// Terms of the trade that both texts use, in whichever language.
    SHARED_CONCEPT,
    /// Same or near service category.
    CATEGORY,
    /// The service is offered where it is needed, or not.
    MARKET,
    /// A common mode of supply, or none.
    DELIVERY_MODE,
    /// A common working language, or none.
    LANGUAGE,
    /// The price lies within the budget, or not.
    PRICE,
    /// The texts mean alike, by embeddings; at most 55 points.
    MEANING,
    /// Words that both texts use, in the same language.
    WORDS
}
