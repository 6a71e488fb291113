package io.fairbridge.posting.importing;

import static io.fairbridge.posting.importing.Nodes.at;
import static io.fairbridge.posting.importing.Nodes.each;
import static io.fairbridge.posting.importing.Nodes.first;
import static io.fairbridge.posting.importing.Nodes.object;
import static io.fairbridge.posting.importing.Nodes.text;
import static io.fairbridge.posting.importing.Nodes.told;
import static io.fairbridge.posting.importing.Nodes.translated;

import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.Price;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A release, read for what it tells about its tender: in the standard's places first, then where publishers really
/// put it.
final class OcdsTender {

    private static final Pattern REFERENCE_ONLY = Pattern.compile(
            "^(?:tender|notice|procurement|procedure|contract)?\\s*(?:ref\\.?|reference|no\\.?|nr\\.?|number)?\\s*[:#]?\\s*"
                    + "[A-Z]*\\d[\\w./-]*(?:\\s+(?:bulletin|buletin|lot|part)\\s+\\d+)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AWARD_PREFIX = Pattern.compile("^(?:award (?:for|of)|contract (?:for|of))\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER_PREFIX = Pattern.compile("^\\d[\\d/.-]*\\s+(?=\\p{L})");
    private static final Pattern MARKED_KIND = Pattern.compile("^\\s*<([^>]{1,10})>\\s*,?\\s*");
    private static final Pattern GENERIC = Pattern.compile("^(?:see description.*|n/?a|none|-+|\\.+|tbc)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern END_KEY = Pattern.compile("(?i)te?n?de?r_?period");
    /// A text shorter than this says little; what the items say is added.
    private static final int SHORT = 120;
    private static final int ITEMS = 20;

    private final JsonNode release;
    private final JsonNode tender;
    private final JsonNode info;
    private final String language;

    /// What an item is classified as.
    record Classification(String scheme, String id, String description) {

        /// Taiwan's publisher writes goods, works or services before the description.
        Optional<ProcurementKind> markedKind() {
            var marked = MARKED_KIND.matcher(description);
            return marked.find() ? ProcurementKind.of(marked.group(1)) : Optional.empty();
        }
    }

    OcdsTender(JsonNode release, OcdsPackage pack) {
        this.release = release;
        this.tender = object(release.path("tender"));
        this.info = release.path("packageInfo").isObject() ? release.path("packageInfo")
                : pack.meta().path("packageInfo").isObject() ? pack.meta().path("packageInfo") : pack.meta();
        this.language = first(text(release, "language"), text(pack.meta(), "language"));
    }

    String reference() {
        return Texts.cut(Texts.line(first(text(release, "ocid"), text(release, "id"))), ImportLimits.REFERENCE_CHARACTERS);
    }

    Optional<String> releaseId() {
        return told(Texts.line(text(release, "id")));
    }

    Optional<Instant> releaseDate() {
        return Dates.read(first(text(release, "date"), text(info, "publishedDate"))).time();
    }

    Optional<LanguageCode> language() {
        return told(language).flatMap(Languages::ofTag);
    }

    // --- is there a tender to answer? ---

    boolean isThere() {
        return Stream.of("title", "description", "items", "status", "tenderPeriod", "procurementMethod", "documents", "value")
                .anyMatch(name -> isTold(tender.path(name)))
                || tender.properties().stream().anyMatch(property -> property.getKey().startsWith("title_"));
    }

    boolean isCancelled() {
        return Set.of("cancelled", "canceled", "withdrawn").contains(status()) || tags().contains("tendercancellation");
    }

    boolean isPlanned() {
        boolean onlyPlanning = !tags().isEmpty() && tags().stream().allMatch(tag -> tag.startsWith("planning"));
        return Set.of("planned", "planning").contains(status()) || onlyPlanning
                || !isThere() && release.path("planning").isObject() && !release.has("awards") && !release.has("contracts");
    }

    /// Whether it has been awarded or given up.
    boolean isOver() {
        return Set.of("complete", "unsuccessful", "closed", "awarded").contains(status())
                || tags().stream().anyMatch(tag -> tag.startsWith("award") || tag.startsWith("contract") || tag.startsWith("implementation"))
                || !each(release.path("awards")).isEmpty() || !each(release.path("contracts")).isEmpty();
    }

    private String status() {
        return text(tender, "status").toLowerCase(Locale.ROOT);
    }

    private List<String> tags() {
        return each(release.path("tag")).stream().map(JsonNode::asString).map(tag -> Texts.key(tag)).toList();
    }

    private static boolean isTold(JsonNode node) {
        return node.isContainer() ? !node.isEmpty() : !node.isNull() && !node.isMissingNode() && !node.asString().isBlank();
    }

    // --- what is bought? ---

    Optional<ProcurementKind> statedKind() {
        return each(tender.path("mainProcurementCategory")).stream().map(JsonNode::asString)
                .map(ProcurementKind::of).flatMap(Optional::stream).findFirst();
    }

    /// A kind that a publisher tells outside the standard and may tell of everything.
    Optional<ProcurementKind> looselyStatedKind() {
        return Stream.of(text(tender, "xClassifications", "ojeuContractType"), text(tender, "contractType"), text(tender, "procurementCategory"))
                .map(ProcurementKind::of).flatMap(Optional::stream).findFirst();
    }

    /// Of the tender and its items, else of what was awarded or contracted.
    List<Classification> classifications() {
        return Stream.of(List.of(tender), each(release.path("awards")), each(release.path("contracts")))
                .map(OcdsTender::classificationsOf)
                .filter(Predicate.not(List::isEmpty)).findFirst().orElse(List.of());
    }

    private static List<Classification> classificationsOf(List<JsonNode> parts) {
        var main = new ArrayList<Classification>();
        var additional = new ArrayList<Classification>();
        for (var part : parts) {
            add(main, part.path("classification"));
            add(additional, part.path("additionalClassifications"));
            for (var item : items(part)) {
                add(main, item.path("classification"));
                add(additional, item.path("additionalClassifications"));
            }
        }
        return main.isEmpty() ? additional : main;
    }

    private static void add(List<Classification> classifications, JsonNode node) {
        for (var each : each(node)) {
            var found = new Classification(text(each, "scheme"), text(each, "id"), text(each, "description"));
            if (!found.id.isEmpty() || !found.description.isEmpty()) {
                classifications.add(found);
            }
        }
    }

    private static List<JsonNode> items(JsonNode part) {
        var lots = each(part.path("lots")).stream().flatMap(lot -> each(lot.path("items")).stream());
        return Stream.concat(each(part.path("items")).stream(), lots).filter(JsonNode::isObject).toList();
    }

    // --- texts ---

    /// In one line; where the title is no more than a file number, what was awarded or is to be delivered.
    String title() {
        var own = first(Stream.of(tenderText("title"), releaseText("title"), releaseText("name"), tenderText("name")));
        if (!own.isEmpty() && !REFERENCE_ONLY.matcher(own).matches()) {
            return own;
        }
        var better = Stream.concat(laterTitles(), itemTexts(tender).stream())
                .filter(text -> !text.isEmpty() && !REFERENCE_ONLY.matcher(text).matches() && !GENERIC.matcher(text).matches());
        return first(Stream.concat(better, Stream.of(firstSentence(tenderText("description")), own)));
    }

    private Stream<String> laterTitles() {
        return Stream.of("awards", "contracts")
                .flatMap(part -> each(release.path(part)).stream())
                .map(part -> Texts.plainLine(translated(part, "title", languageKey())))
                .map(title -> NUMBER_PREFIX.matcher(AWARD_PREFIX.matcher(title).replaceFirst("")).replaceFirst(""));
    }

    private static String firstSentence(String text) {
        return Texts.cut(text.split("(?<=[.!?。！？])\\s", 2)[0], ImportLimits.TITLE_CHARACTERS);
    }

    /// The description with its paragraphs; where it says little, also what the items, lots and places say.
    String description(String title) {
        var own = Texts.plain(translated(tender, "description", languageKey()));
        if (own.length() >= SHORT) {
            return own;
        }
        var parts = new LinkedHashSet<String>();
        parts.add(own.isEmpty() ? title : own);
        told(tenderText("title")).filter(text -> !text.equals(title)).ifPresent(parts::add);
        each(tender.path("lots")).stream().limit(ITEMS).forEach(lot -> {
            parts.add(Texts.plainLine(translated(lot, "title", languageKey())));
            parts.add(Texts.plainLine(translated(lot, "description", languageKey())));
        });
        parts.addAll(itemTexts(tender));
        classifications().stream().limit(ITEMS).forEach(each -> parts.add(withoutMark(each.description())));
        each(tender.path("deliveryLocation")).forEach(place -> parts.add(Texts.plainLine(text(place, "description"))));
        parts.removeIf(part -> part.isBlank() || GENERIC.matcher(part).matches());
        return String.join("\n", distinct(parts, title));
    }

    // Not what only repeats a part before it, nor the title once something else is said.
    private static List<String> distinct(Set<String> parts, String title) {
        var kept = new ArrayList<String>();
        for (var part : parts) {
            boolean repeats = kept.stream().anyMatch(before -> Texts.key(before).contains(Texts.key(part)));
            if (!repeats) {
                kept.add(part);
            }
        }
        return kept.isEmpty() ? List.of(title) : kept;
    }

    private List<String> itemTexts(JsonNode part) {
        return items(part).stream().limit(ITEMS)
                .flatMap(item -> Stream.of(Texts.plainLine(translated(item, "description", languageKey())),
                        withoutMark(text(item, "classification", "description"))))
                .filter(Predicate.not(String::isBlank)).toList();
    }

    private static String withoutMark(String description) {
        return Texts.plainLine(MARKED_KIND.matcher(description).replaceFirst(""));
    }

    private String tenderText(String name) {
        return Texts.plainLine(translated(tender, name, languageKey()));
    }

    private String releaseText(String name) {
        return Texts.plainLine(translated(release, name, languageKey()));
    }

    private String languageKey() {
        return language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    // --- money and time ---

    Optional<Price> price() {
        var min = value(tender.path("minValue"));
        var max = Stream.of(tender.path("value"), tender.path("maxValue"), tender.path("budget"), at(tender, "budget", "value"),
                        at(release, "planning", "budget", "amount"))
                .map(this::value).flatMap(Optional::stream).findFirst();
        if (max.isEmpty()) {
            return min.map(value -> new Price(value.amount, null, value.currency));
        }
        boolean fits = min.isPresent() && min.get().currency.equals(max.get().currency) && min.get().amount.compareTo(max.get().amount) <= 0;
        return Optional.of(new Price(fits ? min.get().amount : null, max.get().amount, max.get().currency));
    }

    private record Value(BigDecimal amount, Currency currency) {
    }

    // Null, zero, blank and negative amounts tell nothing.
    private Optional<Value> value(JsonNode node) {
        var amount = node.isObject() ? node.path("amount") : node;
        var number = amount.isNumber() ? Money.fitting(amount.decimalValue())
                : amount.isString() ? Money.amount(amount.stringValue()) : Optional.<BigDecimal>empty();
        var currency = Money.currency(first(text(node, "currency"), text(tender, "currency")));
        return number.filter(found -> found.signum() > 0)
                .flatMap(found -> currency.map(unit -> new Value(found, unit)));
    }

    boolean tellsPrice() {
        return Stream.of("minValue", "value").map(tender::path)
                .anyMatch(value -> !text(value, "amount").isEmpty() && !text(value, "amount").matches("0+(\\.0+)?"));
    }

    Optional<Instant> end() {
        return Dates.read(endText()).time();
    }

    boolean tellsEnd() {
        return !endText().isEmpty();
    }

    private String endText() {
        var misspelt = tender.properties().stream()
                .filter(property -> END_KEY.matcher(property.getKey()).matches())
                .map(property -> text(object(property.getValue()), "endDate"));
        return first(Stream.concat(Stream.of(text(object(tender.path("tenderPeriod")), "endDate")), misspelt));
    }

    // --- people and places ---

    Optional<String> publisher() {
        var publisher = info.path("publisher");
        var name = publisher.isObject() ? translated(publisher, "name", languageKey()) : text(info, "publisher");
        return told(Texts.cut(Texts.plainLine(first(name, text(release, "publisher", "name"))), ImportLimits.NAME_CHARACTERS));
    }

    Optional<String> buyerName() {
        return told(Texts.cut(Texts.plainLine(first(buyers().map(this::name))), ImportLimits.NAME_CHARACTERS));
    }

    private String name(JsonNode organisation) {
        var identifier = organisation.path("identifier");
        return first(translated(organisation, "name", languageKey()), translated(identifier, "legalName", languageKey()));
    }

    // The buyer and the procuring entity, each as it stands and as the list of parties has it.
    private Stream<JsonNode> buyers() {
        var buyer = object(release.path("buyer"));
        var entity = object(tender.path("procuringEntity"));
        return Stream.of(Stream.of(buyer), parties(buyer, "buyer"), Stream.of(entity), parties(entity, "procuringEntity"))
                .flatMap(each -> each);
    }

    private Stream<JsonNode> parties(JsonNode reference, String role) {
        var id = text(reference, "id");
        var parties = each(release.path("parties"));
        var byId = parties.stream().filter(party -> !id.isEmpty() && id.equals(text(party, "id")));
        var byRole = parties.stream().filter(party -> each(party.path("roles")).stream().anyMatch(each -> role.equals(each.asString())));
        return Stream.concat(byId, byRole);
    }

    /// From the buyer's address, its register, the publisher's register and web address, the language tag's region, or
    /// a currency of one country.
    Optional<CountryCode> country() {
        Stream<Optional<CountryCode>> byAddress = buyers().map(buyer -> address(buyer.path("address")));
        Stream<Optional<CountryCode>> byRegister = buyers().map(buyer -> register(text(buyer, "identifier", "scheme")));
        var publisher = info.path("publisher");
        Stream<Optional<CountryCode>> others = Stream.of(
                register(text(publisher, "scheme")),
                host(first(text(publisher, "uri"), text(publisher, "uri_en"))),
                CountryCode.of(Locale.forLanguageTag(language.replace('_', '-')).getCountry()),
                price().flatMap(price -> Countries.ofCurrency(price.currency().getCurrencyCode())),
                Countries.ofCurrency(text(tender, "budget", "value", "currency")));
        return Stream.of(byAddress, byRegister, others).flatMap(each -> each).flatMap(Optional::stream).findFirst();
    }

    private static Optional<CountryCode> address(JsonNode address) {
        return Stream.of("countryName", "country", "countryCode", "countryName_en").map(name -> text(address, name))
                .filter(Predicate.not(String::isEmpty)).map(Countries::find).flatMap(Optional::stream).findFirst();
    }

    // Codes of org-id.guide start with the country's: GB-COH, MD-IDNO.
    private static Optional<CountryCode> register(String scheme) {
        return scheme.matches("[A-Z]{2}-.+") ? CountryCode.of(scheme.substring(0, 2)) : Optional.empty();
    }

    private static Optional<CountryCode> host(String uri) {
        return RowCheck.webAddress(uri).map(URI::getHost).flatMap(Countries::ofHost);
    }

    /// Where it is to be delivered, else where the buyer is; empty is anywhere.
    Set<CountryCode> deliveryCountries() {
        var found = new LinkedHashSet<CountryCode>();
        Stream.concat(Stream.of(tender), items(tender).stream()).forEach(part -> {
            for (var name : List.of("deliveryAddress", "deliveryAddresses", "deliveryLocation", "deliveryLocations")) {
                each(part.path(name)).forEach(place -> {
                    address(place).ifPresent(found::add);
                    address(place.path("address")).ifPresent(found::add);
                    each(place.path("addresses")).forEach(each -> address(each).ifPresent(found::add));
                });
            }
        });
        if (found.isEmpty()) {
            country().ifPresent(found::add);
        }
        return found.size() > ImportLimits.MARKETS ? Set.of() : found;
    }

    /// The notice, else any document of the tender, else where the package was published.
    Optional<URI> url() {
        var documents = each(tender.path("documents"));
        var notices = documents.stream().filter(document -> text(document, "documentType").toLowerCase(Locale.ROOT).endsWith("notice"));
        return Stream.of(notices.map(document -> text(document, "url")), Stream.of(text(tender, "url"), text(release, "url")),
                        documents.stream().map(document -> text(document, "url")), Stream.of(text(info, "uri"), text(release, "uri")))
                .flatMap(each -> each).map(OcdsTender::web).flatMap(Optional::stream).findFirst();
    }

    private static Optional<URI> web(@Nullable String address) {
        return address == null || address.isBlank() ? Optional.empty() : RowCheck.webAddress(address);
    }
}
