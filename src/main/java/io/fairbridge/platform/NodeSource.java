package io.fairbridge.platform;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// Finds the objects of some types by their ids: each module tells `node` about its own.
public interface NodeSource {

    /// Names of the GraphQL types found here.
    Set<String> types();

    /// Those of the objects that exist and that this viewer may see, by their local id.
    Map<String, ? extends GlobalNode> find(String type, Collection<String> locals, Viewer viewer);
}
