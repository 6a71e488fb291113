package io.fairbridge.search.embedding;

import com.hankcs.hanlp.HanLP;
import io.fairbridge.platform.LanguageCode;
import io.fairbridge.search.text.Glosser;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Three small models, all inside jars, and two views of a text:
///
/// 1. The space of the Chinese model. Chinese is there by itself; English comes by way of two English models, each turned
///    into that space by a fixed orthogonal map (`alignment.bin`), and averaged.
/// 2. The space of one English model. English is there by itself; Chinese comes word by word through a dictionary.
///
/// The errors of the two ways have little to do with each other, so together they beat either by far (src/docs/relevance.md).
/// A model is loaded when its first text comes.
@Component
final class AlignedEmbedder implements Embedder {

    /// Longer texts are cut: attention grows with the square, and what a posting is about stands at its beginning.
    private static final int LONGEST_TEXT = 320;

    /// Below these lengths a text is centred like a title.
    private static final int SHORT_CHINESE = 60;
    private static final int SHORT_ENGLISH = 160;

    private static final String E5_PREFIX = "query: ";

    private final Glosser glosser;
    private final String version;
    private final Centre chineseCentre;
    private final Centre glossCentre;
    private final Centre e5Centre;
    private final Centre miniLmCentre;
    private final Alignment e5Alignment;
    private final Alignment miniLmAlignment;
    private final Supplier<OnnxEncoder> chinese = once(() -> bundled("bge-small-zh-v1.5-q", OnnxEncoder.Pooling.CLS));
    private final Supplier<OnnxEncoder> e5 = once(() -> bundled("e5-small-v2-q", OnnxEncoder.Pooling.MEAN));
    private final Supplier<OnnxEncoder> miniLm = once(() -> bundled("all-minilm-l6-v2-q", OnnxEncoder.Pooling.MEAN));

    AlignedEmbedder(Glosser glosser) {
        this.glosser = glosser;
        try (var in = new DataInputStream(new BufferedInputStream(resource("/io/fairbridge/search/alignment.bin")))) {
            this.version = in.readUTF();
            this.chineseCentre = Centre.read(in);
            this.glossCentre = Centre.read(in);
            this.e5Centre = Centre.read(in);
            this.miniLmCentre = Centre.read(in);
            this.e5Alignment = Alignment.read(in);
            this.miniLmAlignment = Alignment.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int dimensions() {
        return secondView() + miniLmCentre.ofLong().length;
    }

    @Override
    public int secondView() {
        return chineseCentre.ofLong().length;
    }

    @Override
    public String fingerprint() {
        return "bge-small-zh-v1.5-q+e5-small-v2-q+all-minilm-l6-v2-q+" + version;
    }

    /// Texts in other languages than Chinese go to the English models, which know a little of them.
    @Override
    public float[] embed(String text, LanguageCode language) {
        return language.equals(LanguageCode.CHINESE) ? ofChinese(text) : ofEnglish(text);
    }

    private float[] ofChinese(String text) {
        boolean isShort = text.length() < SHORT_CHINESE;
        // The model has seen few Traditional characters.
        var own = chinese.get().encode(HanLP.convertToSimplifiedChinese(text));
        var glossed = miniLm.get().encode(glosser.gloss(text));
        return both(chineseCentre.centred(own, isShort), glossCentre.centred(glossed, isShort));
    }

    private float[] ofEnglish(String text) {
        boolean isShort = text.length() < SHORT_ENGLISH;
        var one = e5Centre.centred(e5.get().encode(E5_PREFIX + text), isShort);
        var other = miniLmCentre.centred(miniLm.get().encode(text), isShort);
        var turned = e5Alignment.apply(one);
        var alsoTurned = miniLmAlignment.apply(other);
        for (int i = 0; i < turned.length; i++) {
            turned[i] += alsoTurned[i];
        }
        return both(Vectors.unit(turned), other);
    }

    private static float[] both(float[] first, float[] second) {
        var both = new float[first.length + second.length];
        for (int i = 0; i < first.length; i++) {
            both[i] = first[i];
        }
        for (int i = 0; i < second.length; i++) {
            both[first.length + i] = second[i];
        }
        return Vectors.unit(both);
    }

    @Override
    public void warmUp() {
        embed("服务", LanguageCode.CHINESE);
        embed("service", LanguageCode.ENGLISH);
    }

    static OnnxEncoder bundled(String name, OnnxEncoder.Pooling pooling) {
        try (var model = resource("/" + name + ".onnx"); var tokenizer = resource("/" + name + "-tokenizer.json")) {
            return new OnnxEncoder(model.readAllBytes(), tokenizer, pooling, LONGEST_TEXT);
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
