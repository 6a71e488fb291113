package io.fairbridge.posting.importing;

import io.fairbridge.platform.CountryCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Countries by ISO code, two or three letters, or by name in the languages that publishers write.
final class Countries {

    // Country domains that are sold to everyone.
    private static final Set<String> SOLD_DOMAINS = Set.of("io", "co", "me", "tv", "ai", "cc", "ly", "gg", "fm", "to");

    private static final Map<String, List<String>> ALIASES = Map.ofEntries(
            Map.entry("GB", List.of("UK", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland",
                    "United Kingdom of Great Britain and Northern Ireland", "大不列颠", "英格兰")),
            Map.entry("US", List.of("U.S.", "United States of America", "America", "美利坚合众国")),
            Map.entry("CN", List.of("PRC", "P.R. China", "People's Republic of China", "Mainland China", "中国大陆", "中华人民共和国")),
            Map.entry("HK", List.of("Hong Kong", "Hong Kong SAR", "香港", "中国香港", "香港特别行政区", "香港特區")),
            Map.entry("MO", List.of("Macau", "Macao", "Macao SAR", "澳门", "澳門", "中国澳门", "澳门特别行政区")),
            Map.entry("TW", List.of("Taiwan", "台湾", "臺灣", "台灣", "中国台湾", "Chinese Taipei", "Taiwan, Province of China", "中华台北")),
            Map.entry("KR", List.of("Korea", "South Korea", "Republic of Korea", "Korea, Republic of", "韩国", "南韩", "大韩民国")),
            Map.entry("KP", List.of("North Korea", "DPRK", "朝鲜")),
            Map.entry("RU", List.of("Russian Federation", "俄国", "俄罗斯联邦")),
            Map.entry("VN", List.of("Viet Nam", "越南")),
            Map.entry("AE", List.of("UAE", "U.A.E.", "Dubai", "Emirates", "阿联酋", "迪拜")),
            Map.entry("CZ", List.of("Czech Republic", "Czechia", "捷克共和国")),
            Map.entry("MD", List.of("Republic of Moldova", "Moldova, Republic of", "Republica Moldova")),
            Map.entry("LA", List.of("Lao PDR", "Laos", "老挝")),
            Map.entry("MM", List.of("Burma", "缅甸")),
            Map.entry("BN", List.of("Brunei Darussalam", "文莱")),
            Map.entry("TZ", List.of("United Republic of Tanzania", "Tanzania")),
            Map.entry("CI", List.of("Ivory Coast", "Cote d'Ivoire", "科特迪瓦")),
            Map.entry("CD", List.of("DR Congo", "DRC", "Democratic Republic of the Congo", "刚果金", "刚果民主共和国")),
            Map.entry("CG", List.of("Republic of the Congo", "Congo", "刚果布")),
            Map.entry("TR", List.of("Turkey", "Türkiye", "土耳其")),
            Map.entry("MK", List.of("Macedonia", "North Macedonia", "北马其顿")),
            Map.entry("IR", List.of("Iran, Islamic Republic of", "Iran", "伊朗")),
            Map.entry("SY", List.of("Syrian Arab Republic")),
            Map.entry("BO", List.of("Plurinational State of Bolivia")),
            Map.entry("VE", List.of("Bolivarian Republic of Venezuela")),
            Map.entry("NL", List.of("Holland", "The Netherlands", "荷兰")),
            Map.entry("PS", List.of("Palestine", "State of Palestine", "巴勒斯坦")),
            Map.entry("SA", List.of("KSA", "Kingdom of Saudi Arabia", "沙特", "沙特阿拉伯")));

    private static final Map<String, CountryCode> BY_NAME = byName();
    private static final Map<String, CountryCode> BY_CURRENCY = byCurrency();

    private Countries() {
    }

    static Optional<CountryCode> find(String text) {
        return Optional.ofNullable(BY_NAME.get(Texts.key(text)));
    }

    /// The only country that pays with this currency.
    static Optional<CountryCode> ofCurrency(String code) {
        return Optional.ofNullable(BY_CURRENCY.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    /// The country of a host's top-level domain.
    static Optional<CountryCode> ofHost(String host) {
        var top = host.substring(host.lastIndexOf('.') + 1);
        if (top.equalsIgnoreCase("uk")) {
            return CountryCode.of("GB");
        }
        return top.length() == 2 && !SOLD_DOMAINS.contains(top.toLowerCase(Locale.ROOT)) ? CountryCode.of(top) : Optional.empty();
    }

    private static Map<String, CountryCode> byName() {
        var names = new HashMap<String, CountryCode>();
        for (var code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
            var country = new CountryCode(code);
            var locale = Locale.of("", code);
            for (var reader : List.of("en", "zh", "zh-TW", "fr", "es", "pt", "ru", "de", "it", "ro", "ja", "ko", "ar")) {
                names.putIfAbsent(Texts.key(locale.getDisplayCountry(Locale.forLanguageTag(reader))), country);
            }
        }
        for (var code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
            names.put(Texts.key(code), new CountryCode(code));
            names.put(Texts.key(Locale.of("", code).getISO3Country()), new CountryCode(code));
        }
        ALIASES.forEach((code, aliases) -> aliases.forEach(alias -> names.put(Texts.key(alias), new CountryCode(code))));
        return Map.copyOf(names);
    }

    private static Map<String, CountryCode> byCurrency() {
        var countries = new HashMap<String, CountryCode>();
        var shared = Set.of("EUR", "USD", "XOF", "XAF", "XCD", "XPF");
        for (var code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
            var currency = java.util.Currency.getInstance(Locale.of("", code));
            // A currency that bears its country's code belongs there, though a neighbour may use it too.
            if (currency != null && !shared.contains(currency.getCurrencyCode())) {
                countries.merge(currency.getCurrencyCode(), new CountryCode(code),
                        (first, other) -> currency.getCurrencyCode().startsWith(code) ? other : first);
            }
        }
        return Map.copyOf(countries);
    }
}
