package io.fairbridge.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/// Every operation of our own clients, the web client's and those of the contract, is valid and fits into the limits
/// more than twice.
class ClientOperationsTest extends RequestPath {

    private static final Pattern IN_CODE = Pattern.compile("graphql\\(\\s*(?:/\\*.*?\\*/)?\\s*`([^`]+)`", Pattern.DOTALL);
    private static final int PAGE = 50;

    @Autowired
    private GraphQlSource source;

    @Autowired
    private GraphQlSettings settings;

    @Test
    void givenTheClientsOperations_thenTheyAreValidAndFitTwice() throws IOException {
        var operations = new ArrayList<>(operations(contract()));
        operations.addAll(operations(webClient()));
        assertThat(operations).hasSizeGreaterThan(15);

        assertThat(operations).allSatisfy(this::isValid).allSatisfy(this::fitsTwice);
    }

    private void isValid(Document operation) {
        assertThat(new Validator().validateDocument(source.schema(), operation, Locale.ENGLISH)).isEmpty();
    }

    private void fitsTwice(Document operation) {
        var limits = settings.limits();
        var text = AstPrinter.printAst(operation);
        var size = DocumentSize.of(operation, limits.credentialMutations()).getFirst();
        assertThat(text.length() * 2).isLessThanOrEqualTo(limits.characters());
        assertThat(text.split("\\W+").length * 4).isLessThanOrEqualTo(limits.tokens());
        assertThat(size.depth() * 2 - 1).isLessThanOrEqualTo(limits.depth());
        assertThat(size.fields() * 2).isLessThanOrEqualTo(limits.fields());
        assertThat(size.breadth() * 2).isLessThanOrEqualTo(limits.rootFields());
        assertThat(size.aliases() * 2).isLessThanOrEqualTo(limits.aliases());
        assertThat(size.directives() * 2).isLessThanOrEqualTo(limits.directives());
        assertThat(size.credentials()).isLessThanOrEqualTo(1);
        var variables = new HashMap<String, Object>(Map.of("first", PAGE));
        operation.getDefinitionsOfType(OperationDefinition.class).getFirst().getVariableDefinitions().stream()
                .filter(variable -> variable.getType() instanceof NonNullType)
                .forEach(variable -> variables.putIfAbsent(variable.getName(),
                        AstPrinter.printAst(variable.getType()).contains("Input") ? Map.of() : "any"));
        var cost = QueryComplexityCalculator.newCalculator().schema(source.schema()).document(operation)
                .variables(CoercedVariables.of(variables))
                .fieldComplexityCalculator((field, below) -> CostLimit.cost(field, below, limits.listSize()))
                .build().calculate();
        assertThat(cost * 2).isLessThanOrEqualTo(limits.cost());
    }

    private static List<String> contract() throws IOException {
        return texts(Path.of("src/test/resources/contract"), ".graphql");
    }

    private static List<String> webClient() throws IOException {
        return texts(Path.of("web/src"), ".ts", ".tsx").stream()
                .flatMap(code -> IN_CODE.matcher(code).results().map(result -> result.group(1))).toList();
    }

    /// What the code generator writes quotes its sources, and examples of its own.
    private static List<String> texts(Path folder, String... endings) throws IOException {
        try (var files = Files.walk(folder)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(each -> !each.toString().contains("generated")).filter(each -> List.of(endings).stream().anyMatch(each.toString()::endsWith)).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    /// Each operation with the fragments that it needs, as a client sends it.
    private static List<Document> operations(List<String> texts) {
        var fragments = new HashMap<String, FragmentDefinition>();
        var operations = new ArrayList<OperationDefinition>();
        for (var text : texts) {
            var document = Parser.parse(text);
            operations.addAll(document.getDefinitionsOfType(OperationDefinition.class));
            document.getDefinitionsOfType(FragmentDefinition.class).forEach(fragment -> fragments.put(fragment.getName(), fragment));
        }
        return operations.stream().map(operation -> {
            var needed = new LinkedHashSet<String>();
            collect(operation, fragments, needed);
            var document = Document.newDocument().definition(operation);
            needed.forEach(name -> document.definition(fragments.get(name)));
            return document.build();
        }).toList();
    }

    private static void collect(Node<?> node, Map<String, FragmentDefinition> fragments, Set<String> needed) {
        if (node instanceof FragmentSpread spread && needed.add(spread.getName())) {
            collect(fragments.get(spread.getName()), fragments, needed);
        }
        node.getChildren().forEach(child -> collect(child, fragments, needed));
    }
}
