package io.fairbridge.matching;

import io.fairbridge.posting.Price;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// Prices of different currencies side by side. The rates are rough and fixed: a score must not change overnight, and a
/// price that is off by a tenth is no other price.
final class Money {

    private static final Map<String, Double> DOLLARS = Map.ofEntries(
            Map.entry("USD", 1.0), Map.entry("EUR", 1.1), Map.entry("GBP", 1.28), Map.entry("CHF", 1.13),
            Map.entry("CNY", 0.14), Map.entry("HKD", 0.128), Map.entry("MOP", 0.124), Map.entry("TWD", 0.031),
            Map.entry("JPY", 0.0067), Map.entry("KRW", 0.00073), Map.entry("SGD", 0.75), Map.entry("MYR", 0.22),
            Map.entry("THB", 0.029), Map.entry("IDR", 0.000062), Map.entry("VND", 0.00004), Map.entry("PHP", 0.0175),
            Map.entry("INR", 0.012), Map.entry("PKR", 0.0036), Map.entry("AED", 0.272), Map.entry("SAR", 0.267),
            Map.entry("QAR", 0.275), Map.entry("KWD", 3.25), Map.entry("AUD", 0.65), Map.entry("NZD", 0.6),
            Map.entry("CAD", 0.73), Map.entry("BRL", 0.18), Map.entry("MXN", 0.055), Map.entry("ZAR", 0.054),
            Map.entry("RUB", 0.011), Map.entry("KZT", 0.0021), Map.entry("TRY", 0.03), Map.entry("PLN", 0.25),
            Map.entry("SEK", 0.095), Map.entry("NOK", 0.094), Map.entry("DKK", 0.147), Map.entry("RON", 0.22),
            Map.entry("MDL", 0.056), Map.entry("UAH", 0.024), Map.entry("NGN", 0.00065), Map.entry("KES", 0.0077),
            Map.entry("EGP", 0.021), Map.entry("MAD", 0.1), Map.entry("PEN", 0.27), Map.entry("CLP", 0.00105),
            Map.entry("COP", 0.00024));

    private Money() {
    }

    /// The ends of the range in dollars: 0 and infinity for open ones; empty for a currency without a rate.
    static Optional<double[]> range(Price price) {
        var rate = DOLLARS.get(price.currency().getCurrencyCode());
        return rate == null ? Optional.empty() : Optional.of(new double[] {
                price.min() == null ? 0 : price.min().doubleValue() * rate,
                price.max() == null ? Double.POSITIVE_INFINITY : price.max().doubleValue() * rate});
    }

    /// The range as people write it, such as `USD 1,500–12,000`.
    static String text(Price price) {
        var code = price.currency().getCurrencyCode() + " ";
        if (price.min() == null) {
            return price.max() == null ? code + "–" : code + "≤ " + amount(price.max());
        }
        return price.max() == null ? code + "≥ " + amount(price.min())
                : price.min().compareTo(price.max()) == 0 ? code + amount(price.max())
                : code + amount(price.min()) + "–" + amount(price.max());
    }

    private static String amount(BigDecimal amount) {
        return String.format(java.util.Locale.ROOT, amount.stripTrailingZeros().scale() > 0 ? "%,.2f" : "%,.0f", amount);
    }
}
