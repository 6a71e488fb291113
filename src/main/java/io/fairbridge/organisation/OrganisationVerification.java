package io.fairbridge.organisation;

/// How far an organisation's identity is confirmed.
public enum OrganisationVerification {
    PENDING, VERIFIED, REJECTED
}
