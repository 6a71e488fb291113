package io.fairbridge.posting;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// A price range in one currency: what an offering costs or what a demand may spend. An end that is null is open.
public record Price(@Nullable BigDecimal min, @Nullable BigDecimal max, Currency currency) {
}
