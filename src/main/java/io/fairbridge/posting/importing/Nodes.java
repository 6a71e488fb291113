package io.fairbridge.posting.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads JSON of publishers who do not keep to the schema: a list may be one object, a text a number, a name may stand
/// under `name_en`.
final class Nodes {

    private Nodes() {
    }

    /// The text at this path; empty when there is none, or only white space.
    static String text(JsonNode node, String... path) {
        var at = at(node, path);
        return at.isContainer() || at.isNull() || at.isMissingNode() ? "" : at.asString().strip();
    }

    static JsonNode at(JsonNode node, String... path) {
        var at = node;
        for (var name : path) {
            at = at.path(name);
        }
        return at;
    }

    /// The elements of a list, or the one object that stands in its place.
    static List<JsonNode> each(JsonNode node) {
        if (node.isArray()) {
            var elements = new ArrayList<JsonNode>();
            node.forEach(element -> {
                if (!element.isNull()) {
                    elements.add(element);
                }
            });
            return elements;
        }
        return node.isObject() || node.isString() ? List.of(node) : List.of();
    }

    /// The object, or the first one of a list that stands in its place; missing otherwise.
    static JsonNode object(JsonNode node) {
        return each(node).stream().filter(JsonNode::isObject).findFirst().orElse(node.path("\u0000none"));
    }

    /// A text under its name, or under its name with a language: that language first, then English, then any.
    static String translated(JsonNode node, String name, String language) {
        var suffixes = Stream.of("", "_" + language, "_en", "_zh").map(suffix -> text(node, name + suffix));
        var others = node.properties().stream()
                .filter(property -> property.getKey().startsWith(name + "_") && property.getValue().isString())
                .map(property -> property.getValue().stringValue().strip());
        return first(Stream.concat(suffixes, others));
    }

    static String first(Stream<String> texts) {
        return texts.filter(Predicate.not(String::isBlank)).findFirst().orElse("");
    }

    static String first(String... texts) {
        return first(Stream.of(texts));
    }

    static Optional<String> told(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
