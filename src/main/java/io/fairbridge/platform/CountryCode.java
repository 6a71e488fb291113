package io.fairbridge.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A country or region by its ISO 3166-1 alpha-2 code, such as `CN` or `HK`.
public record CountryCode(String value) implements Comparable<CountryCode> {

    private static final Set<String> KNOWN = Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

    public CountryCode {
        if (!KNOWN.contains(value)) {
            throw new IllegalArgumentException("Not an ISO 3166-1 alpha-2 code: " + value);
        }
    }

    /// The country with this code, in any case; empty when ISO 3166-1 has no such code.
    public static Optional<CountryCode> of(String code) {
        var upper = code.strip().toUpperCase(Locale.ROOT);
        return KNOWN.contains(upper) ? Optional.of(new CountryCode(upper)) : Optional.empty();
    }

    /// The country's name for readers of this language.
    public String name(Locale reader) {
        return Locale.of("", value).getDisplayCountry(reader);
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
