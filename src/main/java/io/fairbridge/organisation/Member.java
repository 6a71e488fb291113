package io.fairbridge.organisation;

/// An account's place in an organisation.
public record Member(String accountId, MembershipRole role) {
}
