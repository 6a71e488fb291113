package io.fairbridge.platform.store;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.bson.types.Decimal128;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/// Codes are stored as their text, amounts as `Decimal128`.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(List.of(
                new WriteCountry(), new ReadCountry(), new WriteLanguage(), new ReadLanguage(),
                new WriteCurrency(), new ReadCurrency(), new WriteLocale(), new ReadLocale(),
                new WriteAddress(), new ReadAddress(), new WriteAmount(), new ReadAmount()));
    }

    @WritingConverter
    private static final class WriteCountry implements Converter<CountryCode, String> {
        @Override
        public String convert(CountryCode country) {
            return country.value();
        }
    }

    @ReadingConverter
    private static final class ReadCountry implements Converter<String, CountryCode> {
        @Override
        public CountryCode convert(String code) {
            return new CountryCode(code);
        }
    }

    @WritingConverter
    private static final class WriteLanguage implements Converter<LanguageCode, String> {
        @Override
        public String convert(LanguageCode language) {
            return language.value();
        }
    }

    @ReadingConverter
    private static final class ReadLanguage implements Converter<String, LanguageCode> {
        @Override
        public LanguageCode convert(String code) {
            return new LanguageCode(code);
        }
    }

    @WritingConverter
    private static final class WriteCurrency implements Converter<Currency, String> {
        @Override
        public String convert(Currency currency) {
            return currency.getCurrencyCode();
        }
    }

    @ReadingConverter
    private static final class ReadCurrency implements Converter<String, Currency> {
        @Override
        public Currency convert(String code) {
            return Currency.getInstance(code);
        }
    }

    @WritingConverter
    private static final class WriteLocale implements Converter<Locale, String> {
        @Override
        public String convert(Locale locale) {
            return locale.toLanguageTag();
        }
    }

    @ReadingConverter
    private static final class ReadLocale implements Converter<String, Locale> {
        @Override
        public Locale convert(String tag) {
            return Locale.forLanguageTag(tag);
        }
    }

    @WritingConverter
    private static final class WriteAddress implements Converter<URI, String> {
        @Override
        public String convert(URI address) {
            return address.toString();
        }
    }

    @ReadingConverter
    private static final class ReadAddress implements Converter<String, URI> {
        @Override
        public URI convert(String address) {
            return URI.create(address);
        }
    }

    @WritingConverter
    private static final class WriteAmount implements Converter<BigDecimal, Decimal128> {
        @Override
        public Decimal128 convert(BigDecimal amount) {
            return new Decimal128(amount);
        }
    }

    @ReadingConverter
    private static final class ReadAmount implements Converter<Decimal128, BigDecimal> {
        @Override
        public BigDecimal convert(Decimal128 amount) {
            return amount.bigDecimalValue();
        }
    }
}
