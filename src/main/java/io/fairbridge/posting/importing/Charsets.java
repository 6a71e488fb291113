package io.fairbridge.posting.importing;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/// Finds the encoding of a text file: by its mark, as UTF-8 when it is valid UTF-8, as UTF-16 by its zero bytes, then by
/// the statistics of juniversalchardet, and as GB18030, the usual one of Chinese spreadsheets, when it is valid there.
final class Charsets {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Charsets() {
    }

    /// A reader of the file's text without its byte order mark.
    static BufferedReader open(SpooledFile file) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(file.open(), of(file)), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    static Charset of(SpooledFile file) throws IOException {
        var marked = byMark(file.head(4));
        if (marked.isPresent()) {
            return marked.get();
        }
        var wide = byZeroBytes(file.head(4096));
        if (wide.isPresent()) {
            return wide.get();
        }
        if (isValid(file, UTF_8)) {
            return UTF_8;
        }
        return byStatistics(file).orElseGet(() -> Charsets.valid(file, GB18030) ? GB18030 : WINDOWS_1252);
    }

    private static Optional<Charset> byMark(byte[] head) {
        return Optional.ofNullable(UniversalDetector.detectCharsetFromBOM(head)).map(Charset::forName);
    }

    private static Optional<Charset> byZeroBytes(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        // Separators and line ends alone make one zero byte in some dozens; the other side has next to none.
        if (odd > head.length / 40 && even * 20 < odd) {
            return Optional.of(UTF_16LE);
        }
        return even > head.length / 40 && odd * 20 < even ? Optional.of(UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> byStatistics(SpooledFile file) throws IOException {
        var name = UniversalDetector.detectCharset(file.path());
        try {
            return Optional.ofNullable(name).map(Charset::forName)
                    .map(charset -> charset.name().startsWith("GB") ? GB18030 : charset);
        } catch (UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean valid(SpooledFile file, Charset charset) {
        try {
            return isValid(file, charset);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isValid(SpooledFile file, Charset charset) throws IOException {
        var strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var buffer = new char[1 << 15];
        try (Reader reader = new InputStreamReader(file.open(), strict)) {
            while (reader.read(buffer) >= 0) {
                // only whether it decodes
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
