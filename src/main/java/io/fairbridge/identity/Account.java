package io.fairbridge.identity;

import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// A person with an account.
///
/// @param email           in lower case, unique
/// @param passwordHash    Argon2id, with its parameters in front
/// @param organisationIds the organisations that list this account as a member, oldest first. The organisation's own
///                        list decides; this one only leads to it.
@Document("accounts")
public record Account(
        @Id String id,
        String email,
        String passwordHash,
        String displayName,
        Locale locale,
        boolean administrator,
        List<String> organisationIds,
        Instant createdAt) implements GlobalNode {

    static final String TYPE = "Viewer";

    public Account {
        organisationIds = List.copyOf(organisationIds);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId(TYPE, id);
    }

    /// This person as the one who asks: right after a sign-in the request itself is still anonymous.
    public Viewer viewer(Locale messages) {
        return new Viewer(id, administrator, messages);
    }

    Account asAdministrator(String newPasswordHash) {
        return new Account(id, email, newPasswordHash, displayName, locale, true, organisationIds, createdAt);
    }

    /// As a record is printed to logs: without what is secret.
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
