package io.fairbridge.posting.importing;

import static io.fairbridge.posting.DeliveryMode.COMMERCIAL_PRESENCE;
import static io.fairbridge.posting.DeliveryMode.CONSUMPTION_ABROAD;
import static io.fairbridge.posting.DeliveryMode.CROSS_BORDER;
import static io.fairbridge.posting.DeliveryMode.PRESENCE_OF_NATURAL_PERSONS;

import io.fairbridge.posting.DeliveryMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// GATS modes of supply by name, number or Chinese name.
final class Modes {

    private static final Map<String, DeliveryMode> BY_NAME = byName();

    private Modes() {
    }

    static Optional<DeliveryMode> find(String text) {
        return Optional.ofNullable(BY_NAME.get(Texts.key(text)));
    }

    private static Map<String, DeliveryMode> byName() {
        var names = new HashMap<String, DeliveryMode>();
        var numerals = List.of("一", "二", "三", "四");
        for (var mode : DeliveryMode.values()) {
            int number = mode.ordinal() + 1;
            for (var name : List.of(mode.name(), "" + number, "mode" + number, "m" + number, "gatsmode" + number,
                    "模式" + number, "模式" + numerals.get(mode.ordinal()), "方式" + numerals.get(mode.ordinal()), "方式" + number)) {
                names.put(Texts.key(name), mode);
            }
        }
        put(names, CROSS_BORDER, "cross-border supply", "remote", "online", "跨境交付", "跨境提供", "远程", "线上");
        put(names, CONSUMPTION_ABROAD, "consumption", "境外消费", "境外消費");
        put(names, COMMERCIAL_PRESENCE, "local presence", "establishment", "商业存在", "商業存在");
        put(names, PRESENCE_OF_NATURAL_PERSONS, "natural persons", "movement of natural persons",
                "presence of natural person", "on site", "自然人流动", "自然人移动", "自然人存在", "自然人流動", "现场");
        return Map.copyOf(names);
    }

    private static void put(Map<String, DeliveryMode> names, DeliveryMode mode, String... aliases) {
        for (var alias : aliases) {
            names.put(Texts.key(alias), mode);
        }
    }
}
