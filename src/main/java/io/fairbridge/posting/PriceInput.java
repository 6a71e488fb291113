package io.fairbridge.posting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A price range as it is sent.
public record PriceInput(@Nullable BigDecimal min, @Nullable BigDecimal max, String currency) {
}
