package io.fairbridge.search.embedding;

/// Arithmetic on vectors of floats.
public final class Vectors {

    private Vectors() {
    }

    /// The vector with length one in the same direction; a vector of zeros stays as it is.
    public static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        var unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = vector[i] * scale;
        }
        return unit;
    }

    /// The inner product, which is the cosine for unit vectors.
    public static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
