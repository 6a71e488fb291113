package io.fairbridge.search.embedding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Where the texts of one language lie in a model's space, titles and whole postings apart. All small models crowd
/// their texts into a narrow cone; a text says more by how it differs from its like.
///
/// @param ofShort mean over titles
/// @param ofLong  mean over whole postings
record Centre(float[] ofShort, float[] ofLong) {

    float[] centred(float[] vector, boolean isShort) {
        var mean = isShort ? ofShort : ofLong;
        var centred = new float[vector.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = vector[i] - mean[i];
        }
        return Vectors.unit(centred);
    }

    static Centre read(DataInputStream in) throws IOException {
        int dimensions = in.readInt();
        return new Centre(Halves.read(in, dimensions), Halves.read(in, dimensions));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(ofShort.length);
        Halves.write(out, ofShort);
        Halves.write(out, ofLong);
    }
}
