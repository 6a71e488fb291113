package io.fairbridge.posting;

/// The four modes of supply of GATS, Article I:2.
public enum DeliveryMode {
    /// Mode 1: the service crosses the border, supplier and client stay where they are.
    CROSS_BORDER,
    /// Mode 2: the client travels to the supplier's country.
    CONSUMPTION_ABROAD,
    /// Mode 3: the supplier serves from an establishment in the client's country.
    COMMERCIAL_PRESENCE,
    /// Mode 4: the supplier's people travel to the client.
    PRESENCE_OF_NATURAL_PERSONS
}
