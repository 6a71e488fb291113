package io.fairbridge.search;

import io.fairbridge.organisation.Organisation;
import io.fairbridge.organisation.Organisations;
import io.fairbridge.platform.CountryCode;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.Posting;
import io.fairbridge.posting.PostingStep;
import io.fairbridge.search.PostingIndex.Change;
import io.fairbridge.search.profile.PostingProfile;
import io.fairbridge.search.profile.Profiler;
import io.fairbridge.search.text.Glosser;
import io.fairbridge.search.text.TextAnalyzer;
import io.fairbridge.search.text.Token;
import io.fairbridge.taxonomy.ConceptMention;
import io.fairbridge.taxonomy.ConceptTagger;
import io.fairbridge.taxonomy.ServiceCategories;
import io.fairbridge.taxonomy.ServiceCategory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Puts published postings into the index and takes the others out. When it returns, every search sees the change: so of
/// two postings that arrive together, the second to be matched finds the first.
@Component
@Order(10)
class PostingIndexer implements PostingStep {

    private final PostingIndex index;
    private final Organisations organisations;
    private final Profiler profiler;
    private final TextAnalyzer analyzer;
    private final Glosser glosser;
    private final ConceptTagger tagger;
    private final ServiceCategories categories;
    private final Clock clock;

    PostingIndexer(
            PostingIndex index, Organisations organisations, Profiler profiler, TextAnalyzer analyzer, Glosser glosser, ConceptTagger tagger,
            ServiceCategories categories, Clock clock) {
        this.index = index;
        this.organisations = organisations;
        this.profiler = profiler;
        this.analyzer = analyzer;
        this.glosser = glosser;
        this.tagger = tagger;
        this.categories = categories;
        this.clock = clock;
    }

    @Override
    public void process(List<Posting> changed) {
        index.write(changes(changed));
    }

    /// What the index must hold of these postings.
    List<Change> changes(List<Posting> postings) {
        var now = clock.instant();
        var owners = organisations.findAll(postings.stream().map(Posting::organisationId).distinct().toList());
        var market = postings.stream().filter(posting -> posting.isOnTheMarket(now)).filter(posting -> owners.containsKey(posting.organisationId())).toList();
        var countries = market.stream().map(posting -> country(posting, owners)).toList();
        var profiles = profiler.profileAll(market.stream().map(Posting::content).toList(), countries);
        var changes = new ArrayList<Change>();
        for (int i = 0; i < market.size(); i++) {
            changes.add(new Change(market.get(i).id(), market.get(i).revision(), document(market.get(i), countries.get(i), profiles.get(i))));
        }
        postings.stream().filter(posting -> !market.contains(posting)).forEach(posting -> changes.add(new Change(posting.id(), posting.revision(), null)));
        return changes;
    }

    private static CountryCode country(Posting posting, Map<String, Organisation> owners) {
        return posting.country(owners.get(posting.organisationId()).country());
    }

    private IndexedPosting document(Posting posting, CountryCode country, PostingProfile profile) {
        var content = posting.content();
        var language = content.language();
        return new IndexedPosting(
                posting.id(), posting.kind().name(), posting.organisationId(), posting.party(), posting.revision(), country.value(),
                categoryPath(content.category()), strings(content.markets()), strings(content.deliveryModes()), strings(content.languages()), List.of(),
                words(analyzer.tokens(content.title(), language)), words(analyzer.tokens(content.description(), language)),
                gloss(content.title(), language), gloss(content.description(), language),
                concepts(tagger.tag(content.title(), language)), concepts(tagger.tag(content.description(), language)),
                words(analyzer.bigrams(content.title() + "\n" + content.description())),
                profile.vector(), Base64.getEncoder().encodeToString(profile.encode()),
                Optional.ofNullable(posting.publishedAt()).orElse(posting.createdAt()).toEpochMilli(), posting.updatedAt().toEpochMilli(),
                Optional.ofNullable(content.validUntil()).map(Instant::toEpochMilli).orElse(null));
    }

    private List<String> categoryPath(@Nullable String code) {
        return code == null ? List.of() : categories.path(code).stream().filter(category -> category.level() > 0).map(ServiceCategory::code).toList();
    }

    private static List<String> strings(Collection<?> codes) {
        return codes.stream().map(Object::toString).sorted().toList();
    }

    private @Nullable String gloss(String text, LanguageCode language) {
        return language.equals(LanguageCode.CHINESE) ? words(analyzer.tokens(glosser.gloss(text), LanguageCode.ENGLISH)) : null;
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::term).collect(Collectors.joining(" "));
    }

    private static String concepts(List<ConceptMention> mentions) {
        return mentions.stream().map(ConceptMention::conceptId).collect(Collectors.joining(" "));
    }
}
