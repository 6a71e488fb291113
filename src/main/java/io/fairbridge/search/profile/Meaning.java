package io.fairbridge.search.profile;

import java.util.Arrays;

/// A unit vector of one or two views of a text, in a byte a dimension.
public final class Meaning {

    private final byte[] values;
    private final int secondView;
    private final double firstLength;
    private final double secondLength;

    private Meaning(byte[] values, int secondView) {
        this.values = values;
        this.secondView = secondView;
        this.firstLength = Math.sqrt(product(this, 0, secondView));
        this.secondLength = Math.sqrt(product(this, secondView, values.length));
    }

    static Meaning of(float[] vector, int secondView) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        var values = new byte[vector.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = largest == 0 ? 0 : (byte) Math.round(vector[i] * 127 / largest);
        }
        return new Meaning(values, secondView);
    }

    static Meaning ofBytes(byte[] values, int secondView) {
        return new Meaning(values.clone(), secondView);
    }

    int secondView() {
        return secondView;
    }

    byte[] bytes() {
        return values.clone();
    }

    public int dimensions() {
        return values.length;
    }

    /// The unit vector, as a vector search takes it.
    public float[] vector() {
        double length = Math.hypot(firstLength, secondLength);
        var vector = new float[values.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = length == 0 ? 0 : (float) (values[i] / length);
        }
        return vector;
    }

    /// How alike two texts are in their first view: 1 for the same direction, 0 for nothing in common.
    public double cosine(Meaning other) {
        return cosine(other, 0, secondView, firstLength * other.firstLength);
    }

    /// How alike two texts are in their second view; the first again where there is only one.
    public double secondCosine(Meaning other) {
        return secondView == values.length ? cosine(other)
                : cosine(other, secondView, values.length, secondLength * other.secondLength);
    }

    private double cosine(Meaning other, int from, int to, double lengths) {
        return lengths == 0 ? 0 : product(other, from, to) / lengths;
    }

    private long product(Meaning other, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Meaning meaning && Arrays.equals(values, meaning.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
