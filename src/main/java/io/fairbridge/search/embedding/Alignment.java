package io.fairbridge.search.embedding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// The way from one model's space into the common one: the language's mean is taken away, then a matrix turns the rest.
///
/// @param mean   of the model's vectors over postings
/// @param matrix a row for each dimension of the common space
record Alignment(float[] mean, float[][] matrix) {

    int dimensions() {
        return matrix.length;
    }

    float[] apply(float[] vector) {
        var centred = new float[vector.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = vector[i] - mean[i];
        }
        var turned = new float[matrix.length];
        for (int row = 0; row < turned.length; row++) {
            turned[row] = Vectors.dot(matrix[row], centred);
        }
        return Vectors.unit(turned);
    }

    /// Numbers have half precision, which loses nothing that ranks.
    static Alignment read(DataInputStream in) throws IOException {
        int from = in.readInt();
        int to = in.readInt();
        var mean = readHalves(in, from);
        var matrix = new float[to][];
        for (int row = 0; row < to; row++) {
            matrix[row] = readHalves(in, from);
        }
        return new Alignment(mean, matrix);
    }

    private static float[] readHalves(DataInputStream in, int count) throws IOException {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Float.float16ToFloat(in.readShort());
        }
        return values;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(mean.length);
        out.writeInt(matrix.length);
        writeHalves(out, mean);
        for (var row : matrix) {
            writeHalves(out, row);
        }
    }

    private static void writeHalves(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeShort(Float.floatToFloat16(value));
        }
    }
}
