package io.fairbridge.taxonomy;

import com.hankcs.hanlp.HanLP;

/// Brings different ways to write the same into one: Traditional to Simplified characters, full to half width,
/// upper to lower case, curly to straight quotes. Each character becomes one character, so offsets stay true.
public final class Folding {

    private static final char FIRST_HAN = '\u3400';
    private static final char LAST_HAN = '\u9fff';

    private Folding() {
    }

    public static String fold(String text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        return new String(folded);
    }

    static char fold(char c) {
        if (c < '\u0080') {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        if (isHan(c)) {
            return Simplified.OF[c - FIRST_HAN];
        }
        if (c >= '\uff01' && c <= '\uff5e') {
            return fold((char) (c - 0xfee0));
        }
        return switch (c) {
            case '\u3000', '\u00a0' -> ' ';
            case '\u2018', '\u2019' -> '\'';
            case '\u201c', '\u201d' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
            default -> Character.toLowerCase(c);
        };
    }

    /// Whether the character is a Chinese one of the basic plane.
    public static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    private static final class Simplified {
        private static final char[] OF = table();

        private static char[] table() {
            var table = new char[LAST_HAN - FIRST_HAN + 1];
            for (int i = 0; i < table.length; i++) {
                var simplified = HanLP.convertToSimplifiedChinese(String.valueOf((char) (FIRST_HAN + i)));
                table[i] = simplified.length() == 1 ? simplified.charAt(0) : (char) (FIRST_HAN + i);
            }
            return table;
        }
    }
}
