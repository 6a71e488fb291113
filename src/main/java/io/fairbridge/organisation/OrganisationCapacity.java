package io.fairbridge.organisation;

/// What an organisation does on the platform; meanings stand in `schema/organisation.graphqls`.
public enum OrganisationCapacity {
    EXPORTER, BUYER, ORGANISER, PARK, ASSOCIATION, AUTHORITY, SERVICE_AGENCY
}
