package io.fairbridge.posting.importing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a column of a table may hold, with the names that people give it.
enum Column {
    REFERENCE("reference", "ref", "id", "no", "number", "code no", "reference number", "external id", "posting id",
            "编号", "編號", "参考号", "参考编号", "标识", "项目编号", "服务编号", "需求编号", "外部编号"),
    KIND("kind", "posting kind", "posting type", "side", "供需", "供需类型", "发布类型", "类型"),
    LANGUAGE("language", "lang", "text language", "语言", "語言", "语种", "文本语言", "发布语言"),
    TITLE("title", "name", "headline", "subject", "service", "service name", "project", "project name",
            "标题", "標題", "名称", "名稱", "题目", "项目名称", "服务名称", "需求名称", "主题"),
    DESCRIPTION("description", "details", "detail", "text", "summary", "content", "scope", "requirements",
            "描述", "说明", "說明", "详情", "简介", "内容", "內容", "服务内容", "服务描述", "需求描述", "项目描述", "详细描述", "具体要求"),
    CATEGORY("category", "service category", "category code", "ebops", "ebops code", "ebops 2010", "classification",
            "类别", "類別", "分类", "分類", "服务类别", "服务分类", "行业", "类别代码"),
    MARKETS("markets", "market", "target market", "target markets", "countries", "destination", "delivery countries", "where",
            "市场", "市場", "目标市场", "服务市场", "目标国家", "服务地区", "目标国家和地区", "国家和地区"),
    MODES("delivery modes", "delivery mode", "mode", "modes", "mode of supply", "modes of supply", "gats mode", "gats modes",
            "supply mode", "交付模式", "交付方式", "提供方式", "提供模式", "供应模式", "服务提供模式", "服务模式", "模式"),
    LANGUAGES("languages", "working languages", "working language", "service languages", "languages spoken",
            "工作语言", "服务语言", "工作語言", "交流语言", "支持语言"),
    PRICE("price", "budget", "price range", "amount", "fee", "cost", "rate", "价格", "價格", "预算", "預算", "价格区间", "报价", "金额", "费用"),
    PRICE_MIN("price min", "min price", "minimum price", "price from", "budget min", "min budget", "min", "from price", "price.min",
            "最低价", "最低价格", "价格下限", "预算下限", "最低预算", "起价"),
    PRICE_MAX("price max", "max price", "maximum price", "price to", "budget max", "max budget", "max", "price.max",
            "最高价", "最高价格", "价格上限", "预算上限", "最高预算"),
    CURRENCY("currency", "price currency", "ccy", "price.currency", "币种", "幣種", "货币", "貨幣", "货币单位"),
    VALID_UNTIL("valid until", "validuntil", "valid to", "expiry", "expires", "expiry date", "expiration date", "deadline",
            "closing date", "end date", "有效期", "有效期至", "截止日期", "截止时间", "到期日", "失效日期", "投标截止"),
    ORGANISATION("organisation", "organization", "company", "company name", "buyer", "supplier", "firm", "exporter",
            "公司", "公司名称", "企业", "企业名称", "机构", "机构名称", "单位", "单位名称", "采购方", "供应商"),
    COUNTRY("country", "home country", "based in", "country code", "国家", "國家", "所在国", "所在国家", "国别"),
    URL("url", "link", "web", "website", "web page", "notice url", "链接", "鏈接", "网址", "網址", "网页");

    private static final Map<String, Column> BY_NAME = byName();

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /// The column of a header cell: the whole of it, or a part of one in two languages such as `标题 / Title *`.
    static Optional<Column> of(String header) {
        var whole = BY_NAME.get(Texts.key(header));
        if (whole != null) {
            return Optional.of(whole);
        }
        var found = Arrays.stream(header.split("[/／|()（）\\[\\]【】:：*\\n]|(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})"))
                .map(part -> BY_NAME.get(Texts.key(part)))
                .filter(column -> column != null)
                .distinct().toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Map<String, Column> byName() {
        var names = new HashMap<String, Column>();
        for (var column : values()) {
            column.names.forEach(name -> names.put(Texts.key(name), column));
        }
        return Map.copyOf(names);
    }
}
