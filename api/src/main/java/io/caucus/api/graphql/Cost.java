package io.caucus.api.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request would have us do, and whether that is more than one request may ask (quality.md §3).
 *
 * <p><b>Definition.</b> A field costs its weight times the number of things it is asked of: the product of the {@code first} of all connections
 * around it. A request costs the sum over its fields, fragments expanded. Weights are judgement, not measured: to
 * judge an account counts as much as a hundred items of evidence. What is not in the table costs
 * nothing but what is asked of it. What an answer really cost is the same sum over what it holds.
 *
 * @param requested the most it may cost
 * @param aliases fields that were given another name
 * @param rootFields asked of the query itself
 * @param items the largest product of {@code first} around any field
 * @param asked the fields, for what their answer really costs
 */
record Cost(double requested, int aliases, int rootFields, long items, List<ExecutableNormalizedField> asked) {

    private static final int LIMIT = 1_000;
    private static final int MOST_ALIASES = 30;
    private static final int MOST_ROOT_FIELDS = 20;
    private static final long MOST_ITEMS = 10_000;

    private static final String FIRST = "first";
    private static final Set<String> OF_THE_PAGE = Set.of("totalCount", "pageInfo");
    private static final Set<String> ITEMS = Set.of("nodes", "edges");
    private static final String DAYS = "days";
    private static final double WEIGHT_OF_A_DAY = 0.1;

    private static final Map<String, Double> WEIGHTS = Map.ofEntries(
            Map.entry("Query.account", 2.0),
            Map.entry("Query.accounts", 10.0),
            Map.entry("Query.search", 5.0),
            Map.entry("Query.node", 2.0),
            Map.entry("Query.how", 5.0),
            Map.entry("Query.lineage", 5.0),
            Map.entry("Query.features", 5.0),
            Map.entry("Query.dataQuality", 20.0),
            Map.entry("Query.service", 1.0),
            Map.entry("Mutation.mergeRecords", 20.0),
            Map.entry("Mutation.unmergeRecords", 20.0),
            Map.entry("AccountConnection.nodes", 1.0),
            Map.entry("AccountConnection.edges", 1.0),
            Map.entry("AccountConnection.totalCount", 5.0),
            Map.entry("Account.score", 5.0),
            Map.entry("Account.storedScore", 0.2),
            Map.entry("Account.committee", 5.0),
            Map.entry("Account.timeline", 2.0),
            Map.entry("Account.opportunities", 1.0),
            Map.entry("Account.records", 1.0),
            Map.entry("Account.ownershipConflicts", 1.0),
            Map.entry("Committee.stageSince", 5.0),
            Map.entry("ContributionConnection.nodes", 0.1),
            Map.entry("ContributionConnection.edges", 0.1),
            Map.entry("EvidenceConnection.nodes", 0.05),
            Map.entry("EvidenceConnection.edges", 0.05),
            Map.entry("EvidenceItem.source", 0.05),
            Map.entry("EvidenceItem.subgraph", 0.1),
            Map.entry("EngagementConnection.nodes", 0.05),
            Map.entry("EngagementConnection.edges", 0.05));

    /**
     * Of a document that was found valid; empty where the operation or the variables are at fault, which the engine says in its own words.
     *
     * @param variables as they were sent
     */
    static Optional<Cost> of(
            GraphQLSchema schema, Document document, @Nullable String operation, Map<String, Object> variables) {
        return Documents.operation(document, operation)
                .flatMap(asked -> coerced(schema, asked, variables))
                .map(known -> of(ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        schema, document, operation, known)));
    }

    private static Optional<CoercedVariables> coerced(
            GraphQLSchema schema, OperationDefinition asked, Map<String, Object> variables) {
        try {
            return Optional.of(ValuesResolver.coerceVariableValues(
                    schema,
                    asked.getVariableDefinitions(),
                    RawVariables.of(variables),
                    GraphQLContext.getDefault(),
                    Locale.ENGLISH));
        } catch (GraphQLException atFault) {
            return Optional.empty();
        }
    }

    private static Cost of(ExecutableNormalizedOperation operation) {
        var fields = operation.getTopLevelFields();
        return new Cost(
                fields.stream().mapToDouble(field -> requested(field, 1)).sum(),
                fields.stream().mapToInt(Cost::aliases).sum(),
                fields.size(),
                fields.stream().mapToLong(field -> items(field, 1)).max().orElse(0),
                fields);
    }

    /** Why it is not carried out; empty if it is. */
    Optional<String> excess() {
        if (rootFields > MOST_ROOT_FIELDS) {
            return Optional.of("The document asks %,d root fields, at most %d are answered; send several requests."
                    .formatted(rootFields, MOST_ROOT_FIELDS));
        }
        if (aliases > MOST_ALIASES) {
            return Optional.of(
                    "The document gives %,d fields another name, at most %d may have one; send several requests."
                            .formatted(aliases, MOST_ALIASES));
        }
        if (items > MOST_ITEMS) {
            return Optional.of(
                    "The document asks for up to %,d items of one kind, at most %,d are answered; lower 'first'."
                            .formatted(items, MOST_ITEMS));
        }
        return requested > LIMIT
                ? Optional.of(
                        "The request would cost %.0f, at most %d is answered; ask for fewer accounts or fields at once."
                                .formatted(requested, LIMIT))
                : Optional.empty();
    }

    /**
     * As JSON has it.
     *
     * @param data what is answered
     */
    Map<String, Object> asExtension(@Nullable Object data) {
        var cost = new LinkedHashMap<String, Object>();
        cost.put("requested", rounded(requested));
        cost.put("actual", rounded(actual(asked, data)));
        cost.put("limit", LIMIT);
        return cost;
    }

    private static double rounded(double cost) {
        return Math.round(cost * 100) / 100.0;
    }

    private static double requested(ExecutableNormalizedField field, double times) {
        double within = times * first(field);
        return weight(field) * times
                + field.getChildren().stream()
                        .mapToDouble(child -> requested(child, isOfThePage(child) ? times : within))
                        .sum();
    }

    private static long items(ExecutableNormalizedField field, long around) {
        long within = saturated(around, first(field));
        return Math.max(
                within,
                field.getChildren().stream()
                        .mapToLong(child -> items(child, within))
                        .max()
                        .orElse(0));
    }

    /** Asked of a page once, however many items it has. */
    private static boolean isOfThePage(ExecutableNormalizedField field) {
        return OF_THE_PAGE.contains(field.getFieldName());
    }

    private static long saturated(long one, long other) {
        return Math.multiplyHigh(one, other) == 0 && one * other >= 0 ? one * other : Long.MAX_VALUE;
    }

    private static int aliases(ExecutableNormalizedField field) {
        return (field.getAlias() == null ? 0 : 1)
                + field.getChildren().stream().mapToInt(Cost::aliases).sum();
    }

    /** A page that is refused for its size costs nothing, and no more than the largest that is not. */
    private static long first(ExecutableNormalizedField field) {
        return field.getResolvedArguments().get(FIRST) instanceof Integer first
                ? Math.clamp(first, 1, Connections.MOST_PER_PAGE)
                : 1;
    }

    private static double weight(ExecutableNormalizedField field) {
        double ofDays = field.getResolvedArguments().get(DAYS) instanceof Integer days
                ? WEIGHT_OF_A_DAY * Math.max(0, days)
                : 0;
        return ofDays
                + field.getObjectTypeNames().stream()
                        .mapToDouble(type -> WEIGHTS.getOrDefault(type + "." + field.getFieldName(), 0.0))
                        .max()
                        .orElse(0);
    }

    private static double actual(List<ExecutableNormalizedField> fields, @Nullable Object value) {
        return switch (value) {
            case List<?> items ->
                items.stream().mapToDouble(item -> actual(fields, item)).sum();
            case Map<?, ?> object ->
                fields.stream()
                        .filter(field -> object.containsKey(field.getResultKey()))
                        .mapToDouble(field -> {
                            var told = object.get(field.getResultKey());
                            return weight(field) * times(field, told) + actual(field.getChildren(), told);
                        })
                        .sum();
            case null, default -> 0;
        };
    }

    private static int times(ExecutableNormalizedField field, @Nullable Object told) {
        return ITEMS.contains(field.getFieldName()) && told instanceof List<?> items ? items.size() : 1;
    }
}
