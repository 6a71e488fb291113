package io.fairbridge.matching;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.DeliveryMode;
import io.fairbridge.posting.PostingContent;
import io.fairbridge.posting.Price;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Postings with judgements: which offering serves which demand, from 1 (touches it) to 3 (serves it in all).
///
/// @param grades demand, then offering; what is not there was judged to be nothing
record EvalCollection(String name, List<Posting> offerings, List<Posting> demands, Map<String, Map<String, Integer>> grades) {

    record Posting(String id, PostingContent content, CountryCode country) {
    }

    /// Both collections; empty where the project's shared folder is not at hand.
    static Optional<List<EvalCollection>> find() {
        return shared().map(shared -> Stream.of("dev", "plain").map(name -> load(shared.resolve("eval").resolve(name))).toList());
    }

    /// Beside the checkout, or where the system property `fairbridge.shared` says.
    private static Optional<Path> shared() {
        return Stream.of(System.getProperty("fairbridge.shared", ""), "../shared", "../../shared")
                .filter(path -> !path.isEmpty()).map(Path::of)
                .filter(path -> Files.isReadable(path.resolve("eval/dev/qrels.tsv"))).findFirst();
    }

    static final String MISSING = "The evaluation collections are missing: put them into ../shared/eval, or name their folder by -Dfairbridge.shared=…";

    private static EvalCollection load(Path folder) {
        try {
            var grades = new LinkedHashMap<String, Map<String, Integer>>();
            for (var line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
                var cells = line.split("\t");
                grades.computeIfAbsent(cells[0], any -> new HashMap<>()).put(cells[1], Integer.parseInt(cells[2]));
            }
            return new EvalCollection(folder.getFileName().toString(), postings(folder.resolve("offerings.jsonl")),
                    postings(folder.resolve("demands.jsonl")), grades);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Posting> postings(Path file) throws IOException {
        var mapper = JsonMapper.builder().build();
        return Files.readAllLines(file).stream().map(mapper::readTree).map(EvalCollection::posting).toList();
    }

    private static Posting posting(JsonNode json) {
        return new Posting(json.get("id").asString(), new PostingContent(
                new LanguageCode(json.get("lang").asString()), json.get("title").asString(), json.get("description").asString(),
                json.get("category").asString(),
                texts(json.get("markets")).filter(code -> !code.equals("*")).map(CountryCode::new).collect(Collectors.toSet()),
                texts(json.get("deliveryModes")).map(DeliveryMode::valueOf).collect(Collectors.toSet()),
                texts(json.get("languages")).map(LanguageCode::of).flatMap(Optional::stream).collect(Collectors.toSet()),
                price(json.get("price")), null), new CountryCode(json.get("country").asString()));
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString);
    }

    private static Price price(JsonNode json) {
        return json == null || json.isNull() ? null
                : new Price(amount(json.get("min")), amount(json.get("max")), Currency.getInstance(json.get("currency").asString()));
    }

    private static BigDecimal amount(JsonNode json) {
        return json == null || json.isNull() ? null : json.decimalValue();
    }

    int grade(int demand, int offering) {
        return grades.getOrDefault(demands.get(demand).id(), Map.of()).getOrDefault(offerings.get(offering).id(), 0);
    }

    boolean sameLanguage(int demand, int offering) {
        return demands.get(demand).content().language().equals(offerings.get(offering).content().language());
    }

    static Set<String> names() {
        return Set.of("dev", "plain");
    }
}
