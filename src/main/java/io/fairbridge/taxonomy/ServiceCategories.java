package io.fairbridge.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The tree of service categories, EBOPS 2010, with root `S`.
@Component
public final class ServiceCategories {

    private final Map<String, ServiceCategory> byCode = new LinkedHashMap<>();
    private final Map<String, List<ServiceCategory>> byParent = new LinkedHashMap<>();

    public ServiceCategories() {
        Table.rows("service-categories.tsv").map(ServiceCategories::category).forEach(category -> {
            byCode.put(category.code(), category);
            category.wider().ifPresent(parent ->
                    byParent.computeIfAbsent(parent, any -> new ArrayList<>()).add(category));
        });
    }

    private static ServiceCategory category(Map<String, String> row) {
        var parent = row.get("parent");
        return new ServiceCategory(
                row.get("code"), parent.isEmpty() ? null : parent, Integer.parseInt(row.get("level")),
                row.get("name_en"), row.get("name_zh"), row.get("definition_en"), row.get("ciftis_zone"),
                Table.list(row.get("w120"), ","), Table.list(row.get("keywords_en"), "\\|"),
                Table.list(row.get("keywords_zh"), "\\|"));
    }

    /// All categories, parents before children.
    public Collection<ServiceCategory> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<ServiceCategory> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<ServiceCategory> children(String code) {
        return List.copyOf(byParent.getOrDefault(code, List.of()));
    }

    /// The category itself first, then ever wider ones up to the root; empty when there is no such code.
    public List<ServiceCategory> path(String code) {
        var path = new ArrayList<ServiceCategory>();
        for (var category = byCode.get(code); category != null;
                category = category.parent() == null ? null : byCode.get(category.parent())) {
            path.add(category);
        }
        return path;
    }

    /// The wider categories of a code, nearest first, without the code itself.
    public List<ServiceCategory> ancestors(String code) {
        var path = path(code);
        return path.isEmpty() ? path : path.subList(1, path.size());
    }

    /// How near two categories are in the tree: 1 for the same, 0 when only the root holds both,
    /// in between the share of the two paths that is common (Wu and Palmer, counted below the root).
    public double closeness(String one, String other) {
        var a = path(one);
        var b = path(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return 1;
        }
        int common = a.stream().filter(b::contains).mapToInt(ServiceCategory::level).max().orElse(0);
        int levels = a.getFirst().level() + b.getFirst().level();
        return levels == 0 ? 1 : 2.0 * common / levels;
    }
}
