package io.fairbridge.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Collects every problem of one input while its values are read, so that all are told at once.
public final class Problems {

    private final List<UserError> found = new ArrayList<>();

    public List<UserError> found() {
        return List.copyOf(found);
    }

    public boolean none() {
        return found.isEmpty();
    }

    public void add(UserError problem) {
        found.add(problem);
    }

    public void add(UserErrorCode code, String messageKey, List<Object> arguments, String... path) {
        found.add(new UserError(code, messageKey, arguments, List.of(path)));
    }

    /// Takes over the problems of a nested value.
    public void addAll(String outer, List<UserError> problems) {
        problems.forEach(problem -> found.add(problem.within(outer)));
    }

    /// A text without blanks around it, that must not be empty nor longer than `limit` characters.
    public String text(@Nullable String value, int limit, String... path) {
        var text = optionalText(value, limit, path);
        if (text.isEmpty()) {
            add(UserErrorCode.REQUIRED, "required", List.of(), path);
        }
        return text;
    }

    /// A text without blanks around it, that may be empty.
    public String optionalText(@Nullable String value, int limit, String... path) {
        var text = value == null ? "" : clean(value);
        if (text.codePointCount(0, text.length()) > limit) {
            add(UserErrorCode.TOO_LONG, "tooLong", List.of(limit), path);
        }
        return text;
    }

    /// Control characters have no place in a text but line breaks and tabs; stores and readers stumble over them.
    private static String clean(String value) {
        return value.replaceAll("[\\p{Cc}&&[^\\n\\t\\r]]|\\p{Cs}", "").strip();
    }

    public Optional<CountryCode> country(@Nullable String value, String... path) {
        return code(value, CountryCode::of, "notACountry", path);
    }

    public Optional<LanguageCode> language(@Nullable String value, String... path) {
        return code(value, LanguageCode::of, "notALanguage", path);
    }

    public Optional<Currency> currency(@Nullable String value, String... path) {
        return code(value, Problems::currencyOf, "notACurrency", path);
    }

    private static Optional<Currency> currencyOf(String value) {
        try {
            return Optional.of(Currency.getInstance(value.strip().toUpperCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private <C> Optional<C> code(@Nullable String value, Function<String, Optional<C>> reader, String key, String... path) {
        if (value == null || value.isBlank()) {
            add(UserErrorCode.REQUIRED, "required", List.of(), path);
            return Optional.empty();
        }
        var code = reader.apply(value);
        if (code.isEmpty()) {
            add(UserErrorCode.INVALID, key, List.of(shortened(value)), path);
        }
        return code;
    }

    public Set<CountryCode> countries(@Nullable Collection<String> values, int limit, String path) {
        return codes(values, limit, path, (value, place) -> country(value, place));
    }

    public Set<LanguageCode> languages(@Nullable Collection<String> values, int limit, String path) {
        return codes(values, limit, path, (value, place) -> language(value, place));
    }

    private interface CodeReader<C> {
        Optional<C> read(String value, String... path);
    }

    private <C> Set<C> codes(@Nullable Collection<String> values, int limit, String path, CodeReader<C> reader) {
        var codes = new LinkedHashSet<C>();
        if (values == null) {
            return codes;
        }
        if (values.size() > limit) {
            add(UserErrorCode.TOO_LONG, "tooMany", List.of(limit), path);
            return codes;
        }
        int position = 0;
        for (var value : values) {
            reader.read(value, path, Integer.toString(position++)).ifPresent(codes::add);
        }
        return codes;
    }

    /// An http or https address.
    public Optional<URI> webAddress(@Nullable String value, int limit, String... path) {
        var text = optionalText(value, limit, path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var address = URI.create(text);
            if (address.getHost() != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        add(UserErrorCode.INVALID, "notAWebAddress", List.of(), path);
        return Optional.empty();
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
