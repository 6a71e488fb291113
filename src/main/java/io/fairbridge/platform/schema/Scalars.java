package io.fairbridge.platform.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The scalars of `schema/platform.graphqls`.
final class Scalars {

    private Scalars() {
    }

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar("DateTime", new TextCoercing<>(Scalars::instant, value -> ((Instant) value).truncatedTo(ChronoUnit.MILLIS).toString())),
                scalar("Decimal", new DecimalCoercing()),
                code("CountryCode"), code("LanguageCode"), code("CurrencyCode"),
                scalar("LocaleTag", new TextCoercing<>(Function.identity(), value -> value instanceof Locale locale ? locale.toLanguageTag() : value.toString())));
    }

    /// Any string is read, so that an unknown code is told beside the other problems of an input.
    private static GraphQLScalarType code(String name) {
        return scalar(name, new TextCoercing<>(Function.identity(), Object::toString));
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    private static Instant instant(String text) {
        try {
            var time = text.length() == 10
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay().minusSeconds(1).atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            // Java reads years of more digits, and signs, that no store can hold.
            if (time.getYear() < 0 || time.getYear() > 9999) {
                throw new IllegalArgumentException("not an RFC 3339 time or date");
            }
            return time.toInstant();
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("not an RFC 3339 time or date");
        }
    }

    private record TextCoercing<T>(Function<String, T> reader, Function<Object, String> writer) implements Coercing<T, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            try {
                return writer.apply(value);
            } catch (ClassCastException wrongType) {
                throw new CoercingSerializeException("Unexpected type " + value.getClass().getSimpleName(), wrongType);
            }
        }

        @Override
        public T parseValue(Object input, GraphQLContext context, Locale locale) {
            if (!(input instanceof String text)) {
                throw new CoercingParseValueException("Expected a string.");
            }
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException malformed) {
                throw new CoercingParseValueException("Malformed value: " + malformed.getMessage() + ".");
            }
        }

        @Override
        public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (!(input instanceof StringValue text)) {
                throw new CoercingParseLiteralException("Expected a string.");
            }
            try {
                return reader.apply(text.getValue());
            } catch (IllegalArgumentException malformed) {
                throw new CoercingParseLiteralException("Malformed value: " + malformed.getMessage() + ".");
            }
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input instanceof Instant instant ? instant.toString() : input.toString());
        }
    }

    /// Digits that a store and a reader can hold; anything longer is refused before it is computed with.
    private static final class DecimalCoercing implements Coercing<BigDecimal, BigDecimal> {

        private static final int LONGEST = 40;

        @Override
        public BigDecimal serialize(Object value, GraphQLContext context, Locale locale) {
            if (value instanceof BigDecimal decimal) {
                return new BigDecimal(decimal.stripTrailingZeros().toPlainString());
            }
            throw new CoercingSerializeException("Unexpected type " + value.getClass().getSimpleName());
        }

        @Override
        public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof Number || input instanceof String) {
                return decimal(input.toString()).orElseThrow(() -> new CoercingParseValueException("Expected a decimal number."));
            }
            throw new CoercingParseValueException("Expected a decimal number.");
        }

        @Override
        public BigDecimal parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            var text = switch (input) {
                case IntValue whole -> whole.getValue().toString();
                case FloatValue fraction -> fraction.getValue().toString();
                case StringValue string -> string.getValue();
                default -> "";
            };
            return decimal(text).orElseThrow(() -> new CoercingParseLiteralException("Expected a decimal number."));
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return FloatValue.newFloatValue(new BigDecimal(input.toString())).build();
        }

        private static java.util.Optional<BigDecimal> decimal(String text) {
            if (text.length() > LONGEST) {
                return java.util.Optional.empty();
            }
            try {
                var number = new BigDecimal(text.strip());
                return Math.abs((long) number.scale()) <= LONGEST ? java.util.Optional.of(number) : java.util.Optional.empty();
            } catch (NumberFormatException notANumber) {
                return java.util.Optional.empty();
            }
        }
    }
}
