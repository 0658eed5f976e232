package io.caucus.api.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.QuestionClock;
import io.caucus.api.graphql.GraphQlAnswer.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Answers GraphQL requests within limits and in time. May be used from any number of threads. */
public final class GraphQlEngine implements AutoCloseable {

    private static final List<String> SCHEMA_FILES =
            List.of("query", "account", "score", "committee", "identity", "lineage", "quality");

    private final GraphPorts ports;
    private final AccountAssessments assessments;
    private final QuestionClock clock;
    private final GraphQLSchema schema;
    private final GraphQL engine;
    private final Duration answerWithin;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param cursorKey a secret, the same after a restart, so that cursors stay good
     * @param version of the program
     * @param answerWithin after so long a request is answered with TIMEOUT
     */
    public GraphQlEngine(
            GraphPorts ports,
            AccountAssessments assessments,
            QuestionClock clock,
            byte[] cursorKey,
            String version,
            Duration answerWithin) {
        this.ports = ports;
        this.assessments = assessments;
        this.clock = clock;
        this.answerWithin = answerWithin;
        var fetchers = new Fetchers(ports, assessments, clock, new Cursors(cursorKey), version);
        this.schema = schema(fetchers.wiring());
        this.engine = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(new FailureWords())
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(validated(input)))
                .build();
    }

    static GraphQLSchema schema(RuntimeWiring wiring) {
        return new SchemaGenerator().makeExecutableSchema(definitions(), wiring);
    }

    static TypeDefinitionRegistry definitions() {
        var definitions = new TypeDefinitionRegistry();
        SCHEMA_FILES.forEach(
                file -> definitions.merge(new SchemaParser().parse(read("/schema/" + file + ".graphqls"))));
        return definitions;
    }

    /** Whether the request only asks; one that cannot be read changes nothing either. */
    public boolean isQuery(GraphQlRequest request) {
        try {
            return Documents.operation(Documents.parse(request.query()), request.operationName())
                    .map(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY)
                    .orElse(true);
        } catch (InvalidSyntaxException e) {
            return true;
        }
    }

    /**
     * @param requestId is part of every error
     * @param caller who asks, as security knows them; decisions are kept under this name
     */
    public GraphQlAnswer execute(GraphQlRequest request, String requestId, String caller) {
        try {
            return run(input(request, Documents.parse(request.query()), requestId, caller), requestId);
        } catch (ParseCancelledException | ParseCancelledTooDeepException | ParseCancelledTooManyCharsException e) {
            return refused(
                    ErrorCode.TOO_COMPLEX,
                    "The document is too large: at most 20,000 characters, 2,000 tokens and 100 levels of grammar.",
                    requestId);
        } catch (InvalidSyntaxException e) {
            return refused(ErrorCode.GRAPHQL_PARSE_FAILED, syntaxFault(e), requestId);
        }
    }

    private static String syntaxFault(InvalidSyntaxException e) {
        var place = e.getLocation();
        return place == null
                ? "The document is no GraphQL."
                : "The document is no GraphQL: see line %d, column %d.".formatted(place.getLine(), place.getColumn());
    }

    private ExecutionInput input(GraphQlRequest request, Document document, String requestId, String caller) {
        var reading = new Reading(ports, assessments, threads, clock.now());
        return ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .dataLoaderRegistry(reading.registry())
                .locale(Locale.ENGLISH)
                .graphQLContext(Map.of(
                        Reading.class,
                        reading,
                        Document.class,
                        document,
                        FailureWords.REQUEST_ID,
                        requestId,
                        IdentityFetchers.CALLER,
                        caller))
                .build();
    }

    /** The document was parsed under our limits; validated with the depth that suits it, and refused if it would cost too much. */
    private PreparsedDocumentEntry validated(ExecutionInput input) {
        var document = Objects.requireNonNull(input.getGraphQLContext().<Document>get(Document.class));
        var faults =
                ParseAndValidate.validate(schema, document, rule -> true, Locale.ENGLISH, Documents.limits(document));
        if (!faults.isEmpty()) {
            return new PreparsedDocumentEntry(document, faults);
        }
        var cost = Cost.of(schema, document, input.getOperationName(), input.getVariables());
        cost.ifPresent(known -> input.getGraphQLContext().put(Cost.class, known));
        return cost.flatMap(Cost::excess)
                .map(excess -> new PreparsedDocumentEntry(document, List.of(FailureWords.tooComplex(excess))))
                .orElseGet(() -> new PreparsedDocumentEntry(document));
    }

    private GraphQlAnswer run(ExecutionInput input, String requestId) {
        try {
            var result = engine.executeAsync(input).get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
            return answer(
                    result,
                    requestId,
                    Optional.ofNullable(input.getGraphQLContext().get(Cost.class)));
        } catch (TimeoutException e) {
            input.cancel();
            return failed(
                    Ending.OUT_OF_TIME,
                    ErrorCode.TIMEOUT,
                    "No answer within %d seconds; ask for fewer accounts or fields at once."
                            .formatted(answerWithin.toSeconds()),
                    requestId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Ending.OUT_OF_TIME, ErrorCode.UNAVAILABLE, "The service is shutting down.", requestId);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the engine failed instead of answering", e);
        }
    }

    private static GraphQlAnswer answer(ExecutionResult result, String requestId, Optional<Cost> cost) {
        var body = new LinkedHashMap<String, Object>();
        if (!result.getErrors().isEmpty()) {
            body.put("errors", FailureWords.describe(result.getErrors(), requestId));
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
            cost.ifPresent(known ->
                    body.put("extensions", Map.of("cost", known.asExtension(result.<@Nullable Object>getData()))));
        }
        return new GraphQlAnswer(result.isDataPresent() ? Ending.CARRIED_OUT : Ending.REFUSED, body);
    }

    private static GraphQlAnswer refused(ErrorCode code, String message, String requestId) {
        return failed(Ending.REFUSED, code, message, requestId);
    }

    private static GraphQlAnswer failed(Ending ending, ErrorCode code, String message, String requestId) {
        return new GraphQlAnswer(ending, Map.of("errors", List.of(FailureWords.describe(code, message, requestId))));
    }

    private static String read(String resource) {
        try (var stream = GraphQlEngine.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("'%s' is not on the class path".formatted(resource));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read".formatted(resource), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
