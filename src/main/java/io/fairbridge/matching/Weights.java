package io.fairbridge.matching;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// What each feature is worth, in points of the score.
///
/// @param points        for a feature of 1
/// @param meaningOffset points that meaning starts from; what stays below 0 then gives no points
/// @param conceptsMost  the most that shared concepts give within a language
/// @param acrossMost    the most that shared concepts and words give across languages
/// @param wordsMost     the most that shared words give within a language
record Weights(Map<Feature, Double> points, double meaningOffset, double conceptsMost, double acrossMost, double wordsMost) {

    /// The most that meaning gives; the schema says so too.
    static final double MEANING_MOST = 55;

    Weights {
        points = Map.copyOf(points);
        double fields = Stream.of(Feature.CATEGORY_SAME, Feature.MARKET_ALL, Feature.MODE_ALL, Feature.LANGUAGE_ALL,
                Feature.LANGUAGE_OF_DEMAND, Feature.PRICE_WITHIN).mapToDouble(points::get).map(Math::ceil).sum();
        double most = MEANING_MOST + Math.max(conceptsMost + wordsMost, acrossMost) + fields;
        if (most > Score.HIGHEST) {
            throw new IllegalArgumentException("The weights allow a score of " + most);
        }
    }

    static Weights bundled() {
        var table = new Properties();
        try (var in = new InputStreamReader(Weights.class.getResourceAsStream("weights.properties"), StandardCharsets.UTF_8)) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var points = new EnumMap<Feature, Double>(Feature.class);
        for (var feature : Feature.values()) {
            points.put(feature, Double.valueOf(table.getProperty(feature.key())));
        }
        return new Weights(points, Double.parseDouble(table.getProperty("meaning.offset")),
                Double.parseDouble(table.getProperty("concepts.most")),
                Double.parseDouble(table.getProperty("concepts.most-across")), Double.parseDouble(table.getProperty("words.most")));
    }

    /// The points that the features of one kind give together, before ceilings.
    double sum(ReasonKind kind, Map<Feature, Double> values) {
        double sum = 0;
        for (var value : values.entrySet()) {
            if (value.getKey().kind() == kind) {
                sum += points.get(value.getKey()) * value.getValue();
            }
        }
        return sum;
    }
}
