package io.fairbridge.organisation;

/// What a member may do, from most to least.
public enum MembershipRole {
    OWNER, EDITOR, VIEWER
}
