package io.fairbridge.posting.importing;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a package says about all of its releases: who published them, where and when.
///
/// @param meta  its small properties
/// @param names names of all of its properties
record OcdsPackage(JsonNode meta, Set<String> names) {

    static final OcdsPackage NONE = new OcdsPackage(Json.MAPPER.createObjectNode(), Set.of());

    private static final Set<String> META = Set.of("publisher", "uri", "publishedDate", "language", "version", "packageInfo");

    OcdsPackage {
        names = Set.copyOf(names);
    }

    /// Walks over a whole text, so that a break anywhere is found before anything is taken from it; tells what the
    /// last object at the top says.
    static OcdsPackage scan(JsonParser parser) {
        var meta = Json.MAPPER.createObjectNode();
        var names = new HashSet<String>();
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                scanObject(parser, meta, names);
            } else {
                parser.skipChildren();
            }
        }
        return new OcdsPackage(meta, names);
    }

    private static void scanObject(JsonParser parser, ObjectNode meta, Set<String> names) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            names.add(name);
            parser.nextToken();
            if (META.contains(name)) {
                meta.set(name, Json.MAPPER.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    static OcdsPackage of(JsonNode node) {
        var meta = Json.MAPPER.createObjectNode();
        META.forEach(name -> {
            if (node.has(name)) {
                meta.set(name, node.path(name));
            }
        });
        return new OcdsPackage(meta, Set.of());
    }

    /// Whether it holds its releases or records in a list, so that they can be read one by one.
    boolean isPackage() {
        boolean isRecord = names.contains("compiledRelease") || names.contains("versionedRelease") || names.contains("ocid");
        return names.contains("records") || names.contains("results") || names.contains("releases") && !isRecord;
    }
}
