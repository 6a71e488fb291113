package io.fairbridge.posting.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts and currencies as people write them: `12,000`, `1.234,50 €`, `USD 3,000 - 5,000`, `15万元`.
final class Money {

    /// The schema's limits of a price: 15 digits before the point and 4 after it.
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    private static final int SCALE = 4;

    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d.,' ]*)(亿|億|万|萬|千|(?:k|m|million|thousand)(?![a-z]))?");
    private static final Pattern RANGE = Pattern.compile("^(.*\\d.*?)\\s*(?:-|–|—|~|〜|至|到|\\bto\\b)\\s*(.*\\d.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile("(?<![A-Za-z])([A-Za-z]{3})(?![A-Za-z])");
    private static final Pattern AT_MOST = Pattern.compile("^(?:up to|max\\.?|maximum|not more than|at most|<=?|≤|不超过|不高于|最高|至多)|(?:以内|以下)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_LEAST = Pattern.compile("^(?:from|min\\.?|minimum|at least|>=?|≥|不低于|最低|至少)|(?:以上|起|\\+)$", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> SYMBOLS = symbols();

    /// What a cell says.
    record Range(@Nullable BigDecimal min, @Nullable BigDecimal max, Optional<Currency> currency, boolean single) {
    }

    private Money() {
    }

    /// A range, one end of it, or a single amount that stands in both ends; empty when there is no amount to read.
    static Optional<Range> range(String raw) {
        var text = normal(raw);
        var currency = currencyIn(text);
        var range = RANGE.matcher(text);
        if (range.matches()) {
            var upper = amount(range.group(2));
            var lower = amount(withMultiplierOf(range.group(1), range.group(2)));
            return lower.isPresent() && upper.isPresent()
                    ? Optional.of(new Range(lower.get(), upper.get(), currency, false)) : Optional.empty();
        }
        return amount(text).map(amount -> {
            boolean atMost = AT_MOST.matcher(text).find();
            boolean atLeast = AT_LEAST.matcher(text).find();
            return new Range(atMost ? null : amount, atLeast ? null : amount, currency, !atMost && !atLeast);
        });
    }

    // "10-15万" means 万 on both sides.
    private static String withMultiplierOf(String lower, String upper) {
        var high = NUMBER.matcher(upper.toLowerCase(Locale.ROOT));
        var low = NUMBER.matcher(lower.toLowerCase(Locale.ROOT));
        return high.find() && high.group(2) != null && low.find() && low.group(2) == null ? lower + high.group(2) : lower;
    }

    /// The only number of a text; empty when there is none, several, or one out of the schema's range.
    static Optional<BigDecimal> amount(String raw) {
        var text = normal(raw).toLowerCase(Locale.ROOT);
        if (text.matches(".*-\\s*\\d.*")) {
            return Optional.empty();
        }
        var numbers = NUMBER.matcher(text);
        if (!numbers.find()) {
            return Optional.empty();
        }
        var number = number(numbers.group(1).strip()).map(value -> times(value, numbers.group(2)));
        return numbers.find() ? Optional.empty() : number.flatMap(Money::fitting);
    }

    /// The amount as a price holds it; empty when it is negative or too large.
    static Optional<BigDecimal> fitting(BigDecimal amount) {
        if (amount.signum() < 0 || (long) amount.precision() - amount.scale() > 15) {
            return Optional.empty();
        }
        if (amount.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        var rounded = amount.scale() > SCALE ? amount.setScale(SCALE, RoundingMode.HALF_UP) : amount;
        var plain = rounded.stripTrailingZeros();
        return rounded.compareTo(LIMIT) >= 0 ? Optional.empty() : Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    /// A currency by ISO code, sign or name.
    static Optional<Currency> currency(String raw) {
        var text = normal(raw);
        var iso = iso(text.toUpperCase(Locale.ROOT));
        return iso.isPresent() ? iso : currencyIn(text);
    }

    private static Optional<Currency> currencyIn(String text) {
        var codes = ISO.matcher(text);
        while (codes.find()) {
            var found = iso(codes.group(1).toUpperCase(Locale.ROOT));
            if (found.isPresent()) {
                return found;
            }
        }
        var lower = text.toLowerCase(Locale.ROOT);
        return SYMBOLS.entrySet().stream().filter(symbol -> lower.contains(symbol.getKey()))
                .findFirst().map(symbol -> Currency.getInstance(symbol.getValue()));
    }

    private static Optional<Currency> iso(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code)).findFirst();
    }

    private static Optional<BigDecimal> number(String digits) {
        var compact = digits.replaceAll("[' ]", "");
        if (compact.matches("\\d{1,3}(\\.\\d{3})+,\\d{1,4}") || compact.matches("\\d{1,3}(\\.\\d{3}){2,}")
                || compact.matches("\\d+,\\d{1,2}")) {
            compact = compact.replace(".", "").replace(',', '.');
        } else if (compact.matches("\\d{1,3}(,\\d{3,4})+(\\.\\d*)?") || compact.matches("\\d+(\\.\\d*)?")) {
            compact = compact.replace(",", "");
        } else {
            return Optional.empty();
        }
        return compact.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(compact));
    }

    private static BigDecimal times(BigDecimal value, @Nullable String multiplier) {
        return switch (multiplier) {
            case null -> value;
            case "亿", "億" -> value.movePointRight(8);
            case "万", "萬" -> value.movePointRight(4);
            case "m", "million" -> value.movePointRight(6);
            default -> value.movePointRight(3);
        };
    }

    private static String normal(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
    }

    // Longer names before the signs that they contain.
    private static Map<String, String> symbols() {
        var symbols = new LinkedHashMap<String, String>();
        String[][] pairs = {
            {"人民币", "CNY"}, {"rmb", "CNY"}, {"美元", "USD"}, {"美金", "USD"}, {"us$", "USD"}, {"欧元", "EUR"}, {"英镑", "GBP"},
            {"日元", "JPY"}, {"日圆", "JPY"}, {"港元", "HKD"}, {"港币", "HKD"}, {"hk$", "HKD"}, {"新台币", "TWD"}, {"新臺幣", "TWD"},
            {"nt$", "TWD"}, {"澳元", "AUD"}, {"a$", "AUD"}, {"加元", "CAD"}, {"c$", "CAD"}, {"新加坡元", "SGD"}, {"新元", "SGD"},
            {"s$", "SGD"}, {"韩元", "KRW"}, {"卢布", "RUB"}, {"瑞士法郎", "CHF"}, {"澳门元", "MOP"}, {"泰铢", "THB"}, {"卢比", "INR"},
            {"林吉特", "MYR"}, {"迪拉姆", "AED"}, {"里亚尔", "SAR"}, {"€", "EUR"}, {"£", "GBP"}, {"₩", "KRW"}, {"₹", "INR"},
            {"₽", "RUB"}, {"元", "CNY"}};
        for (var pair : pairs) {
            symbols.put(pair[0], pair[1]);
        }
        return symbols;
    }
}
