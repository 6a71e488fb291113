package io.fairbridge.search.profile;

import java.util.Arrays;

/// A unit vector in a byte a dimension.
public final class Meaning {

    private final byte[] values;
    private final double length;

    private Meaning(byte[] values) {
        this.values = values;
        long squares = 0;
        for (byte value : values) {
            squares += value * value;
        }
        this.length = Math.sqrt(squares);
    }

    static Meaning of(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        var values = new byte[vector.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = largest == 0 ? 0 : (byte) Math.round(vector[i] * 127 / largest);
        }
        return new Meaning(values);
    }

    static Meaning ofBytes(byte[] values) {
        return new Meaning(values.clone());
    }

    byte[] bytes() {
        return values.clone();
    }

    public int dimensions() {
        return values.length;
    }

    /// The unit vector, as a vector search takes it.
    public float[] vector() {
        var vector = new float[values.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = length == 0 ? 0 : (float) (values[i] / length);
        }
        return vector;
    }

    /// 1 for the same direction, 0 for nothing in common.
    public double cosine(Meaning other) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return length == 0 || other.length == 0 ? 0 : sum / (length * other.length);
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
