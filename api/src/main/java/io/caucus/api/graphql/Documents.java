package io.caucus.api.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.validation.QueryComplexityLimits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads documents within limits that no honest client meets (quality.md §3). */
final class Documents {

    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_TOKENS = 2_000;
    private static final int DEEPEST_GRAMMAR = 100;
    private static final int DEEPEST_QUERY = 12;
    private static final int MOST_FIELDS = 1_000;

    /** The usual introspection asks for types of types of types…; the engine bounds it further. */
    private static final int DEEPEST_INTROSPECTION = 20;

    private static final ParserOptions OPTIONS = ParserOptions.newParserOptions()
            .maxCharacters(MOST_CHARACTERS)
            .maxTokens(MOST_TOKENS)
            .maxWhitespaceTokens(MOST_CHARACTERS)
            .maxRuleDepth(DEEPEST_GRAMMAR)
            .redactTokenParserErrorMessages(true)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();

    private Documents() {}

    /**
     * @throws InvalidSyntaxException if it is no GraphQL; a {@link graphql.parser.exceptions.ParseCancelledException} or one of
     *     its kin if it is too large
     */
    static Document parse(String text) {
        return new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(text)
                        .parserOptions(OPTIONS)
                        .build());
    }

    static QueryComplexityLimits limits(Document document) {
        return QueryComplexityLimits.newLimits()
                .maxDepth(isIntrospection(document) ? DEEPEST_INTROSPECTION : DEEPEST_QUERY)
                .maxFieldsCount(MOST_FIELDS)
                .build();
    }

    /** The operation that would run; empty if the name does not tell which. */
    static Optional<OperationDefinition> operation(Document document, @Nullable String name) {
        var named = operations(document).stream()
                .filter(operation -> name == null || name.equals(operation.getName()))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean isIntrospection(Document document) {
        return operations(document).stream()
                .flatMap(operation -> operation.getSelectionSet().getSelections().stream())
                .allMatch(selection ->
                        selection instanceof Field field && field.getName().startsWith("__"));
    }

    private static List<OperationDefinition> operations(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class);
    }
}
