package io.fairbridge.organisation;

/// An organisation, seen by one of its members.
record Membership(MembershipRole role, Organisation organisation) {
}
