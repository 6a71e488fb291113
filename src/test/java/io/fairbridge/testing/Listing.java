package io.fairbridge.testing;

import io.fairbridge.posting.PostingKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A posting as it is sent, without its organisation.
public record Listing(PostingKind kind, Map<String, @Nullable Object> fields) {

    public static Listing offering(String language, String title, String description) {
        return listing(PostingKind.OFFERING, language, title, description);
    }

    public static Listing demand(String language, String title, String description) {
        return listing(PostingKind.DEMAND, language, title, description);
    }

    /// In Chinese: fits [#appWanted] closely.
    public static Listing appsOffered() {
        return offering("zh", "餐饮零售手机应用开发，含会员积分与支付网关对接",
                "为餐饮和零售连锁设计并开发苹果与安卓手机应用：会员积分、生日礼券、在线订座、预点餐、支付网关对接，以及与收银系统相连的管理后台。固定报价，三到五个月上线，源代码归客户所有，质保六个月。项目经理英语流利，在新加坡和香港均有客户。")
                .with("category", "SI21").with("markets", List.of("SG", "HK")).with("deliveryModes", List.of("CROSS_BORDER"))
                .with("languages", List.of("zh", "en")).with("price", Map.of("min", 40_000, "max", 70_000, "currency", "USD"));
    }

    /// In English: fits [#appsOffered] closely.
    public static Listing appWanted() {
        return demand("en", "Mobile app development for a restaurant loyalty programme (iOS and Android)",
                "A dining group with 23 outlets in Singapore looks for a software house to design and develop a mobile app: loyalty points, birthday vouchers, table booking, pre-order with payment gateway, and an admin portal linked to our point-of-sale system. Launch within five months at a fixed price. Source code belongs to us, six months of warranty.")
                .with("category", "SI21").with("markets", List.of("SG")).with("deliveryModes", List.of("CROSS_BORDER"))
                .with("languages", List.of("en")).with("price", Map.of("max", 75_000, "currency", "USD"));
    }

    private static Listing listing(PostingKind kind, String language, String title, String description) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("language", language);
        fields.put("title", title);
        fields.put("description", description);
        fields.put("category", "SI2");
        return new Listing(kind, fields);
    }

    /// The same with another value; a null is sent.
    public Listing with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new Listing(kind, changed);
    }

    public String title() {
        return String.valueOf(fields.get("title"));
    }
}
