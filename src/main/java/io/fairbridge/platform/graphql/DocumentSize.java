package io.fairbridge.platform.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How large an operation is with its fragments written out. Each fragment is measured once, so the measuring itself is
/// linear even in a document whose fragments multiply one another; it therefore comes before validation.
///
/// @param breadth     fields of the selection itself
/// @param fields      those and all below
/// @param depth       fields within fields
/// @param aliases     fields with another name
/// @param directives  directives on anything
/// @param credentials fields that take credentials
record DocumentSize(long breadth, long fields, long depth, long aliases, long directives, long credentials) {

    /// More than any limit, and far from overflowing when some are added.
    private static final long MANY = 1_000_000_000L;
    private static final DocumentSize NOTHING = new DocumentSize(0, 0, 0, 0, 0, 0);

    /// The sizes of the document's operations.
    static List<DocumentSize> of(Document document, Set<String> credentialMutations) {
        var measuring = new Measuring(document, credentialMutations);
        return document.getDefinitionsOfType(OperationDefinition.class).stream().map(measuring::of).toList();
    }

    private DocumentSize plus(DocumentSize other) {
        return new DocumentSize(sum(breadth, other.breadth), sum(fields, other.fields), Math.max(depth, other.depth),
                sum(aliases, other.aliases), sum(directives, other.directives), sum(credentials, other.credentials));
    }

    private DocumentSize withDirectives(int more) {
        return new DocumentSize(breadth, fields, depth, aliases, sum(directives, more), credentials);
    }

    private static long sum(long one, long other) {
        return Math.min(MANY, one + other);
    }

    private static final class Measuring {

        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, DocumentSize> measured = new HashMap<>();
        private final Set<String> credentialMutations;

        Measuring(Document document, Set<String> credentialMutations) {
            this.fragments = new HashMap<>();
            document.getDefinitionsOfType(FragmentDefinition.class).forEach(each -> fragments.putIfAbsent(each.getName(), each));
            this.credentialMutations = credentialMutations;
        }

        DocumentSize of(OperationDefinition operation) {
            var variables = operation.getVariableDefinitions().stream().mapToInt(each -> each.getDirectives().size()).sum();
            return of(operation.getSelectionSet()).withDirectives(variables + operation.getDirectives().size());
        }

        private DocumentSize of(@Nullable SelectionSet selections) {
            return selections == null
                    ? NOTHING
                    : selections.getSelections().stream().map(this::of).reduce(NOTHING, DocumentSize::plus);
        }

        private DocumentSize of(Selection<?> selection) {
            return switch (selection) {
                case Field field -> of(field);
                case InlineFragment inline -> of(inline.getSelectionSet()).withDirectives(inline.getDirectives().size());
                case FragmentSpread spread -> of(spread).withDirectives(spread.getDirectives().size());
                default -> NOTHING;
            };
        }

        private DocumentSize of(Field field) {
            var inner = of(field.getSelectionSet());
            return new DocumentSize(1, sum(1, inner.fields), sum(1, inner.depth),
                    sum(field.getAlias() == null ? 0 : 1, inner.aliases),
                    sum(field.getDirectives().size(), inner.directives),
                    sum(credentialMutations.contains(field.getName()) ? 1 : 0, inner.credentials));
        }

        /// A fragment within itself counts nothing here: validation refuses it.
        private DocumentSize of(FragmentSpread spread) {
            var known = measured.get(spread.getName());
            var fragment = fragments.get(spread.getName());
            if (known != null || fragment == null) {
                return known == null ? NOTHING : known;
            }
            measured.put(spread.getName(), NOTHING);
            var size = of(fragment.getSelectionSet()).withDirectives(fragment.getDirectives().size());
            measured.put(spread.getName(), size);
            return size;
        }
    }
}
