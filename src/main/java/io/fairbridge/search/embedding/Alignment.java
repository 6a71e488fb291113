package io.fairbridge.search.embedding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// The way from an English model's space into the Chinese model's: a matrix that only turns, so nothing is stretched.
///
/// @param matrix a row for each dimension of the common space
record Alignment(float[][] matrix) {

    float[] apply(float[] vector) {
        var turned = new float[matrix.length];
        for (int row = 0; row < turned.length; row++) {
            turned[row] = Vectors.dot(matrix[row], vector);
        }
        return turned;
    }

    static Alignment read(DataInputStream in) throws IOException {
        int from = in.readInt();
        int to = in.readInt();
        var matrix = new float[to][];
        for (int row = 0; row < to; row++) {
            matrix[row] = Halves.read(in, from);
        }
        return new Alignment(matrix);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(matrix[0].length);
        out.writeInt(matrix.length);
        for (var row : matrix) {
            Halves.write(out, row);
        }
    }
}
