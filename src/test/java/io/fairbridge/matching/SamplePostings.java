package io.fairbridge.matching;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.Price;
import io.fairbridge.posting.PostingContent;
import io.fairbridge.search.embedding.Embedders;
import io.fairbridge.search.profile.PostingProfile;
import io.fairbridge.search.profile.Profiler;
import io.fairbridge.taxonomy.ConceptTagger;
import io.fairbridge.taxonomy.Glossary;
import io.fairbridge.taxonomy.ServiceCategories;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Postings in both languages and the tools to profile and score them, without Spring.
public final class SamplePostings {

    private static final Glossary GLOSSARY = new Glossary();
    private static final ServiceCategories CATEGORIES = new ServiceCategories();
    private static final Profiler PROFILER = new Profiler(Embedders.ANALYZER,
            new ConceptTagger(GLOSSARY, CATEGORIES), Embedders.GLOSSER, Embedders.bundled());

    public static final Scorer SCORER = new Scorer(CATEGORIES, GLOSSARY);

    public static final List<PostingContent> OFFERINGS = List.of(
            posting("en", "Employer of record and payroll in Southeast Asia",
                    "We employ your staff through our own entities in Thailand, Vietnam and Indonesia, run payroll and social security.",
                    "SJ3", "TH VN ID", "CROSS_BORDER", "en zh", price(199, 299, "USD")),
            posting("zh", "跨境电商欧洲站代运营", "提供德国、法国站点开店、Listing优化、广告投放与多语客服，服务费加佣金。",
                    "SJ3", "DE FR", "CROSS_BORDER", "zh en de", price(8000, 15000, "CNY")),
            posting("zh", "船舶修理与坞修", "舟山修船基地，承接散货船特检、坞修、钢板换新、压载水系统加装，英文修船主管驻船。",
                    "SB", "CN", "CONSUMPTION_ABROAD", "zh en", price(200_000, 3_000_000, "USD")),
            posting("en", "ISO 27001 certification audits", "Accredited auditors certify information security management systems in Germany and Austria, remote or on site.",
                    "SJ2", "DE AT", "CROSS_BORDER PRESENCE_OF_NATURAL_PERSONS", "en de", null),
            posting("zh", "東南亞中醫診所籌建", "協助投資者在吉隆坡、新加坡開設中醫診所，含選址、牌照申請與中醫師外派。",
                    "SK21", "MY SG", "COMMERCIAL_PRESENCE", "zh en", null));

    public static final List<PostingContent> DEMANDS = List.of(
            posting("zh", "在泰国和越南雇几名销售，不设公司", "希望由当地名义雇主代签劳动合同、发工资、缴社保，一张账单。",
                    "SJ3", "TH VN", "CROSS_BORDER", "zh en", price(null, 400, "USD")),
            posting("en", "Dry docking of a bulk carrier in China", "Special survey, steel renewal and ballast water system for a Supramax; English-speaking ship repair manager.",
                    "SB", "CN", "CONSUMPTION_ABROAD", "en", price(null, 900_000, "USD")),
            posting("zh", "宠物用品工厂寻欧洲站代运营", "德国、法国为主，全托管开店、广告、客服，基础费不超过一万二。",
                    "SJ3", "DE FR", "CROSS_BORDER", "zh en", price(null, 12_000, "CNY")),
            posting("en", "Certification of our information security", "A software firm in Vienna wants ISO 27001 before winter.",
                    "SJ2", "AT", "PRESENCE_OF_NATURAL_PERSONS", "de en", price(null, 20_000, "EUR")));

    private SamplePostings() {
    }

    public static Stream<PostingContent> stream() {
        return Stream.concat(OFFERINGS.stream(), DEMANDS.stream());
    }

    public static List<PostingContent> all() {
        return stream().toList();
    }

    public static List<PostingProfile> profiles() {
        return stream().map(SamplePostings::profile).toList();
    }

    public static PostingProfile profile(PostingContent content) {
        return PROFILER.profile(content, new CountryCode("CN"));
    }

    private static PostingContent posting(String language, String title, String description, String category,
            String markets, String modes, String languages, Price price) {
        return new PostingContent(new LanguageCode(language), title, description, category,
                codes(markets).map(CountryCode::new).collect(Collectors.toSet()),
                codes(modes).map(DeliveryMode::valueOf).collect(Collectors.toSet()),
                codes(languages).map(LanguageCode::new).collect(Collectors.toSet()), price, null);
    }

    private static Stream<String> codes(String codes) {
        return Arrays.stream(codes.split(" "));
    }

    private static Price price(Integer min, Integer max, String currency) {
        return new Price(min == null ? null : BigDecimal.valueOf(min), BigDecimal.valueOf(max), Currency.getInstance(currency));
    }

    static Set<DeliveryMode> modes(DeliveryMode... modes) {
        return Set.of(modes);
    }
}
