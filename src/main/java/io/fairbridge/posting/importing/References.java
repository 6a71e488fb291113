package io.fairbridge.posting.importing;

import io.fairbridge.platform.LanguageCode;
import io.fairbridge.posting.PostingKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Gives each row of a file a reference that is the same when the file comes again, and sees that no two rows share one.
final class References {

    private final PostingKind kind;
    private final Map<String, Integer> rows = new HashMap<>();

    References(PostingKind kind) {
        this.kind = kind;
    }

    /// The reference that the row tells, else a digest of what it is called.
    String of(Optional<String> told, String title, Optional<LanguageCode> language, String column, int row, RowCheck check) {
        var reference = told.orElseGet(() -> digest(kind + "\n" + language.map(LanguageCode::value).orElse("") + "\n" + Texts.key(title)));
        var first = rows.putIfAbsent(reference, row);
        if (first != null && !(told.isEmpty() && title.isEmpty())) {
            check.problem(column, ProblemCode.DUPLICATE_REFERENCE, told.orElse(RowCheck.shown(title)), first);
        }
        return reference;
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
