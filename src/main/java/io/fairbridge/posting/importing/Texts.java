package io.fairbridge.posting.importing;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/// Makes plain text of what files hold.
final class Texts {

    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z!/][^>]*>|&(?:[a-zA-Z]{2,31}|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t\\x0B\\f]+");
    private static final Pattern BLANK_LINES = Pattern.compile(" ?\\n(?: ?\\n)+ ?");
    private static final Pattern LINE_END = Pattern.compile(" ?\\n ?");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF\\u200B\\u00AD&&[^\\n\\t\\x0B\\f]]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Texts() {
    }

    /// Plain text with its paragraphs: markup gone, entities decoded, white space collapsed, no control characters.
    static String plain(String text) {
        var bounded = text.length() > ImportLimits.TEXT_CHARACTERS ? text.substring(0, ImportLimits.TEXT_CHARACTERS) : text;
        return collapsed(withoutMarkup(withoutMarkup(bounded)));
    }

    /// As [#plain], in one line.
    static String plainLine(String text) {
        return line(plain(text));
    }

    /// The text as it is meant, white space collapsed, no control characters; what looks like markup stays.
    static String tidy(String text) {
        return collapsed(text);
    }

    /// As [#tidy], in one line.
    static String line(String text) {
        return SPACE.matcher(collapsed(text)).replaceAll(" ").strip();
    }

    // Twice, since some publishers escape the markup once more.
    private static String withoutMarkup(String text) {
        if (!MARKUP.matcher(text).find()) {
            return text;
        }
        var body = Jsoup.parse(text).body();
        body.select("script, style").remove();
        body.select("p, div, li, tr, h1, h2, h3, h4, h5, h6, ul, ol, table")
                .forEach(block -> block.prependText("\n").appendText("\n"));
        body.select("td, th").forEach(cell -> cell.appendText(" "));
        return body.wholeText();
    }

    private static String collapsed(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
        var clean = CONTROLS.matcher(lines).replaceAll("");
        var blanks = BLANKS.matcher(clean).replaceAll(" ");
        var paragraphs = BLANK_LINES.matcher(blanks).replaceAll("\n\n");
        return LINE_END.matcher(paragraphs).replaceAll("\n").strip();
    }

    /// The text, or its beginning with an ellipsis: cut after a sentence when that keeps most of it, else after a word.
    static String cut(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int room = characters - 1;
        int sentence = lastBoundary(BreakIterator.getSentenceInstance(Locale.ROOT), text, room);
        int end = sentence > room * 3 / 4 ? sentence : lastBoundary(BreakIterator.getWordInstance(Locale.ROOT), text, room);
        return text.substring(0, end > room / 2 ? end : whole(text, room)).stripTrailing() + "…";
    }

    private static int lastBoundary(BreakIterator breaks, String text, int room) {
        breaks.setText(text.substring(0, Math.min(text.length(), room + 200)));
        return breaks.isBoundary(room) ? room : Math.max(0, breaks.preceding(room));
    }

    private static int whole(String text, int room) {
        return Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
    }

    /// For comparing words: one width, lower case, no space or punctuation.
    static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
