package io.fairbridge.posting.importing;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes one release of a record: its compiled release, else its releases laid over one another by date.
final class OcdsRecords {

    private OcdsRecords() {
    }

    /// Null when the record only links to its releases.
    static @Nullable JsonNode release(JsonNode record) {
        var compiled = record.path("compiledRelease");
        var release = compiled.path("tender").isObject() || full(record) == 0 ? compiled : merged(record);
        if (!release.isObject()) {
            return null;
        }
        var copy = ((ObjectNode) release).deepCopy();
        if (Nodes.text(copy, "ocid").isEmpty()) {
            copy.put("ocid", Nodes.text(record, "ocid"));
        }
        return copy;
    }

    private static long full(JsonNode record) {
        return Nodes.each(record.path("releases")).stream().filter(OcdsRecords::isFull).count();
    }

    // A linked release has only url, date and tag.
    private static boolean isFull(JsonNode release) {
        return release.has("tender") || release.has("id") || release.has("buyer");
    }

    private static JsonNode merged(JsonNode record) {
        var merged = Json.MAPPER.createObjectNode();
        Nodes.each(record.path("releases")).stream().filter(OcdsRecords::isFull)
                .sorted(Comparator.comparing(OcdsRecords::date, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(release -> lay(merged, release));
        return merged;
    }

    private static @Nullable Instant date(JsonNode release) {
        return Dates.read(Nodes.text(release, "date")).time().orElse(null);
    }

    // What the later one does not say stays; lists are replaced, as most publishers repeat them whole.
    private static void lay(ObjectNode merged, JsonNode later) {
        later.properties().forEach(property -> {
            var value = property.getValue();
            var before = merged.get(property.getKey());
            if (before instanceof ObjectNode object && value.isObject()) {
                lay(object, value);
            } else if (!value.isNull() && !(value.isString() && value.stringValue().isBlank()) && !(value.isArray() && value.isEmpty())) {
                merged.set(property.getKey(), value.deepCopy());
            }
        });
    }
}
