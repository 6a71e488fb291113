package io.fairbridge.platform.schema;

import static java.util.stream.Collectors.groupingBy;

import io.fairbridge.platform.BadRequest;
import io.fairbridge.platform.GlobalId;
import io.fairbridge.platform.GlobalNode;
import io.fairbridge.platform.NodeSource;
import io.fairbridge.platform.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class NodeController {

    private static final int LIMIT = 100;

    private final Map<String, NodeSource> sources = new HashMap<>();

    NodeController(List<NodeSource> sources) {
        sources.forEach(source -> source.types().forEach(type -> this.sources.put(type, source)));
    }

    @QueryMapping
    @Nullable GlobalNode node(@Argument String id, @ContextValue Viewer viewer) {
        return nodes(List.of(id), viewer).getFirst();
    }

    @QueryMapping
    List<@Nullable GlobalNode> nodes(@Argument List<String> ids, @ContextValue Viewer viewer) {
        if (ids.size() > LIMIT) {
            throw new BadRequest("At most " + LIMIT + " ids.");
        }
        var wanted = ids.stream().map(id -> GlobalId.decode(id).orElse(null)).toList();
        var found = new HashMap<GlobalId, GlobalNode>();
        wanted.stream().filter(Objects::nonNull).distinct().collect(groupingBy(GlobalId::type)).forEach((type, group) -> {
            var source = sources.get(type);
            if (source != null) {
                source.find(type, group.stream().map(GlobalId::local).toList(), viewer)
                        .forEach((local, node) -> found.put(new GlobalId(type, local), node));
            }
        });
        var nodes = new ArrayList<@Nullable GlobalNode>();
        wanted.forEach(id -> nodes.add(id == null ? null : found.get(id)));
        return nodes;
    }

    @SchemaMapping(typeName = "Node", field = "id")
    String id(GlobalNode node) {
        return node.globalId().encoded();
    }
}
