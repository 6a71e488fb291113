package io.fairbridge.posting.importing;

import java.util.Optional;

/// What a tender buys.
enum ProcurementKind {
    GOODS, WORKS, SERVICES;

    /// As publishers write it: `services`, `consultingServices`, `Works`, `supplies`, `<勞務類>`.
    static Optional<ProcurementKind> of(String text) {
        return switch (Texts.key(text)) {
            case "services", "service", "consultingservices", "nonconsultingservices", "勞務", "劳务", "勞務類", "劳务类", "服务", "服務" ->
                    Optional.of(SERVICES);
            case "goods", "supplies", "supply", "財物", "财物", "財物類", "财物类", "货物" -> Optional.of(GOODS);
            case "works", "work", "construction", "工程", "工程類", "工程类" -> Optional.of(WORKS);
            default -> Optional.empty();
        };
    }
}
