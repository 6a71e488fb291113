package io.fairbridge.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The bilingual glossary of trade in services.
@Component
public final class Glossary {

    private final Map<String, Concept> byId = new LinkedHashMap<>();

    public Glossary() {
        Table.rows("glossary.tsv").map(Glossary::concept).forEach(concept -> byId.put(concept.id(), concept));
    }

    private static Concept concept(Map<String, String> row) {
        return new Concept(row.get("concept_id"), row.get("category"),
                names(row.get("zh"), row.get("zh_variants")), names(row.get("en"), row.get("en_variants")));
    }

    private static List<String> names(String usual, String variants) {
        var names = new ArrayList<String>();
        names.add(usual);
        names.addAll(Table.list(variants, "\\|"));
        return names;
    }

    public Collection<Concept> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Concept> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
