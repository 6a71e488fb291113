package io.fairbridge.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// An id that is unique over all types: the GraphQL type and the id within it, opaque to clients.
public record GlobalId(String type, String local) {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /// What clients see and send back.
    public String encoded() {
        return ENCODER.encodeToString((type + ":" + local).getBytes(StandardCharsets.UTF_8));
    }

    /// The id that was encoded; empty when the text is none of ours.
    public static Optional<GlobalId> decode(String encoded) {
        if (encoded.length() > 400) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1 || colon == text.length() - 1
                    ? Optional.empty()
                    : Optional.of(new GlobalId(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// The id within `type`; empty when the text is no id of that type.
    public static Optional<String> local(String encoded, String type) {
        return decode(encoded).filter(id -> id.type().equals(type)).map(GlobalId::local);
    }
}
