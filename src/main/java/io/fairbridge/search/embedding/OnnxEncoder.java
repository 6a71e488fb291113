package io.fairbridge.search.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A sentence encoder from an ONNX file and its tokenizer.
///
/// Texts go through one by one: the quantised models scale their activations by the whole batch, so a text's vector
/// would depend on its neighbours. Callers may encode on several threads at once.
final class OnnxEncoder implements AutoCloseable {

    /// How the vectors of a text's tokens become the vector of the text.
    enum Pooling { CLS, MEAN }

    static {
        // The tokenizer library would ask home for permission to count its users.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Set<String> inputs;
    private final HuggingFaceTokenizer tokenizer;
    private final Pooling pooling;

    OnnxEncoder(byte[] model, InputStream tokenizer, Pooling pooling, int maxTokens) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena keeps the largest text's memory for ever, once a thread.
            options.setCPUArenaAllocator(false);
            this.session = environment.createSession(model, options);
            this.inputs = session.getInputNames();
            this.tokenizer = HuggingFaceTokenizer.newInstance(tokenizer,
                    Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(maxTokens), "modelMaxLength", String.valueOf(maxTokens)));
            this.pooling = pooling;
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The unit vector of a text.
    float[] encode(String text) {
        var encoding = tokenizer.encode(text);
        var tensors = new HashMap<String, OnnxTensor>();
        try {
            tensors.put("input_ids", tensor(encoding.getIds()));
            tensors.put("attention_mask", tensor(encoding.getAttentionMask()));
            if (inputs.contains("token_type_ids")) {
                tensors.put("token_type_ids", tensor(encoding.getTypeIds()));
            }
            try (var result = session.run(tensors)) {
                return Vectors.unit(pool(((float[][][]) result.get(0).getValue())[0]));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed", e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private float[] pool(float[][] tokens) {
        return switch (pooling) {
            case CLS -> tokens[0];
            case MEAN -> {
                var sum = new float[tokens[0].length];
                for (var token : tokens) {
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += token[i];
                    }
                }
                yield sum;
            }
        };
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
