package io.fairbridge.search.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.taxonomy.EnglishWords;
import io.fairbridge.taxonomy.Folding;
import io.fairbridge.taxonomy.Glossary;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Cuts texts into words. Chinese is segmented with the glossary's names as dictionary, after Traditional characters
/// are folded to Simplified; English is stemmed; other languages are lower-cased without accents. Texts mix scripts,
/// so each run of one script goes its own way.
@Component
public final class TextAnalyzer {

    /// Words that say nothing about what is traded.
    private static final Set<String> CHINESE_STOP_WORDS = Set.copyOf(List.of((
            "的 了 和 与 及 或 在 是 有 为 对 等 从 到 以 由 可 将 把 被 让 给 向 于 并 也 都 而 且 但 就 又 还 很 更 最 不 没 没有 "
            + "我 我们 你 你们 您 他 她 它 他们 其 该 此 这 那 各 每 个 一 一个 两 名 家 份 上 下 中 内 外 前 后 里 间 之 所 "
            + "地 得 着 过 来 去 能 会 要 需 需要 可以 可能 应 应该 已 已经 均 另 另外 如 若 则 即 按 按照 根据 通过 进行 以及 "
            + "以上 以下 之间 左右 吗 呢 吧 啊 什么 怎么 谁 哪 多 少 几").split(" ")));

    private static final Set<String> ENGLISH_STOP_WORDS = stems((
            "a an and are as at be been but by can could do does for from had has have he her his how i if in into is it its "
            + "may more most must no nor not of on only or other our out over own shall she should so some such than that the "
            + "their them then there these they this those to too under up us very was we were what when where which who "
            + "whom whose why will with within without would you your"));

    private final Glossary glossary;
    private volatile @Nullable Segment segment;

    public TextAnalyzer(Glossary glossary) {
        this.glossary = glossary;
    }

    /// Made when the first Chinese text comes: the dictionary takes a second to load, which the start need not wait for.
    private Segment segment() {
        var known = segment;
        if (known == null) {
            synchronized (this) {
                known = segment;
                if (known == null) {
                    known = newSegment();
                    segment = known;
                }
            }
        }
        return known;
    }

    private Segment newSegment() {
        glossary.all().stream().flatMap(concept -> concept.zh().stream()).map(Folding::fold)
                .filter(name -> name.length() > 1 && name.chars().allMatch(c -> Folding.isHan((char) c)))
                .forEach(name -> CustomDictionary.add(name, "nz 1000"));
        return HanLP.newSegment().enableOffset(true).enableCustomDictionary(true)
                .enableNameRecognize(false).enableTranslatedNameRecognize(false).enableJapaneseNameRecognize(false)
                .enablePlaceRecognize(false).enableOrganizationRecognize(false);
    }

    private static Set<String> stems(String words) {
        return Stream.of(words.split(" ")).map(EnglishWords::stem).collect(Collectors.toUnmodifiableSet());
    }

    /// The words of a text in their order, without stop words.
    public List<Token> tokens(String text, LanguageCode language) {
        var folded = Folding.fold(text);
        boolean stemmed = language.equals(LanguageCode.CHINESE) || language.equals(LanguageCode.ENGLISH);
        var tokens = new ArrayList<Token>();
        for (int start = 0; start < folded.length(); ) {
            int end = start + 1;
            char c = folded.charAt(start);
            if (Folding.isHan(c)) {
                while (end < folded.length() && Folding.isHan(folded.charAt(end))) {
                    end++;
                }
                addChinese(folded, start, end, tokens);
            } else if (Character.isLetterOrDigit(c)) {
                while (end < folded.length() && isWord(folded.charAt(end))) {
                    end++;
                }
                addWord(folded, start, end, stemmed, tokens);
            }
            start = end;
        }
        return tokens;
    }

    private static boolean isWord(char c) {
        return !Folding.isHan(c) && (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private void addChinese(String folded, int start, int end, List<Token> tokens) {
        for (var term : segment().seg(folded.substring(start, end))) {
            if (!CHINESE_STOP_WORDS.contains(term.word)) {
                tokens.add(new Token(term.word, start + term.offset, start + term.offset + term.word.length()));
            }
        }
    }

    private static void addWord(String folded, int start, int end, boolean stemmed, List<Token> tokens) {
        var word = folded.substring(start, end);
        if (word.equals("s") && start > 0 && folded.charAt(start - 1) == '\'') {
            return;
        }
        var term = stemmed ? EnglishWords.stem(word) : withoutAccents(word);
        if (!stemmed || !ENGLISH_STOP_WORDS.contains(term)) {
            tokens.add(new Token(term, start, end));
        }
    }

    private static String withoutAccents(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    }

    /// Each two neighbouring Chinese characters of a text, folded: finds the two-character terms that segmentation
    /// hides inside longer words. A lone character stands for itself.
    public List<Token> bigrams(String text) {
        var folded = Folding.fold(text);
        var bigrams = new ArrayList<Token>();
        for (int i = 0; i < folded.length(); i++) {
            if (!Folding.isHan(folded.charAt(i))) {
                continue;
            }
            boolean followed = i + 1 < folded.length() && Folding.isHan(folded.charAt(i + 1));
            boolean preceded = i > 0 && Folding.isHan(folded.charAt(i - 1));
            if (followed) {
                bigrams.add(new Token(folded.substring(i, i + 2), i, i + 2));
            } else if (!preceded) {
                bigrams.add(new Token(folded.substring(i, i + 1), i, i + 1));
            }
        }
        return bigrams;
    }
}
