package io.fairbridge.search.embedding;

import com.hankcs.hanlp.HanLP;
import io.fairbridge.platform.LanguageCode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// A small Chinese and a small English model, both inside jars, brought into one space by maps that
/// `io.fairbridge.bench.LearnAlignment` learned. A model is loaded when its first text comes.
@Component
final class AlignedEmbedder implements Embedder {

    private static final int LONGEST_TEXT = 512;

    private final Alignment chineseAlignment;
    private final Alignment englishAlignment;
    private final String version;
    private final Supplier<OnnxEncoder> chinese = once(() -> bundled("bge-small-zh-v1.5-q"));
    private final Supplier<OnnxEncoder> english = once(() -> bundled("bge-small-en-v1.5-q"));

    AlignedEmbedder() {
        try (var in = new DataInputStream(new BufferedInputStream(resource("/io/fairbridge/search/alignment.bin")))) {
            this.version = in.readUTF();
            this.chineseAlignment = Alignment.read(in);
            this.englishAlignment = Alignment.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int dimensions() {
        return chineseAlignment.dimensions();
    }

    @Override
    public String fingerprint() {
        return "bge-small-zh-v1.5-q+bge-small-en-v1.5-q+" + version;
    }

    /// Chinese goes to the Chinese model, in Simplified characters since it has seen few others; all else to the English one.
    @Override
    public float[] embed(String text, LanguageCode language) {
        return language.equals(LanguageCode.CHINESE)
                ? chineseAlignment.apply(chinese.get().encode(HanLP.convertToSimplifiedChinese(text)))
                : englishAlignment.apply(english.get().encode(text));
    }

    @Override
    public void warmUp() {
        embed("服务", LanguageCode.CHINESE);
        embed("service", LanguageCode.ENGLISH);
    }

    private static OnnxEncoder bundled(String name) {
        try (var model = resource("/" + name + ".onnx"); var tokenizer = resource("/" + name + "-tokenizer.json")) {
            return new OnnxEncoder(model.readAllBytes(), tokenizer, OnnxEncoder.Pooling.CLS, LONGEST_TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        var stream = AlignedEmbedder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("Missing resource " + name);
        }
        return stream;
    }

    private static <T> Supplier<T> once(Supplier<T> source) {
        return new Supplier<>() {
            private volatile T value;

            @Override
            public T get() {
                var known = value;
                if (known != null) {
                    return known;
                }
                synchronized (this) {
                    if (value == null) {
                        value = source.get();
                    }
                    return value;
                }
            }
        };
    }
}
