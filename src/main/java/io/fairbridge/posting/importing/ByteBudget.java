package io.fairbridge.posting.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Bytes that may still be written. Small archives that unpack to huge files end here.
final class ByteBudget {

    private final long limit;
    private final ProblemCode code;
    private long used;

    ByteBudget(long limit, ProblemCode code) {
        this.limit = limit;
        this.code = code;
    }

    static ByteBudget ofFile() {
        return new ByteBudget(ImportLimits.FILE_BYTES, ProblemCode.FILE_TOO_LARGE);
    }

    static ByteBudget ofUnpacking() {
        return new ByteBudget(ImportLimits.UNPACKED_BYTES, ProblemCode.FILE_UNPACKS_TOO_LARGE);
    }

    void copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            used += read;
            if (used > limit) {
                throw new ImportException(code, limit >> 20);
            }
            out.write(buffer, 0, read);
        }
    }
}
