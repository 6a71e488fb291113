package io.fairbridge.platform;

/// An object with a global id, whose type in the schema its id names.
public interface GlobalNode {

    GlobalId globalId();
}
