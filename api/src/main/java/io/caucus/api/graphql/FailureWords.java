package io.caucus.api.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;
import io.caucus.cypher.GraphUnavailable;
import io.caucus.graphmodel.UnknownAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into words and a code for the one who asked; what is ours to know goes to the log. */
final class FailureWords implements DataFetcherExceptionHandler {

    static final String REQUEST_ID = "requestId";

    /** A refusal stays small, whatever was sent. */
    private static final int MOST_ERRORS = 10;

    private static final int MOST_CHARACTERS = 300;

    private static final String OURS =
            "Something went wrong on our side. The request id leads to the cause in the server's log.";

    private static final Logger LOG = LoggerFactory.getLogger(FailureWords.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failure) {
        var cause = unwrap(failure.getException());
        var error = GraphqlErrorBuilder.newError()
                .message(message(cause))
                .location(failure.getSourceLocation())
                .path(failure.getPath())
                .extensions(Map.of("code", code(cause)))
                .errorType(ErrorType.DataFetchingException)
                .build();
        if (code(cause) == ErrorCode.INTERNAL) {
            Object requestId =
                    failure.getDataFetchingEnvironment().getGraphQlContext().getOrDefault(REQUEST_ID, "?");
            LOG.error("request {} failed at {}", requestId, failure.getPath(), cause);
        }
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    static GraphQLError tooComplex(String message) {
        return GraphqlErrorBuilder.newError()
                .message("%s", message)
                .extensions(Map.of("code", ErrorCode.TOO_COMPLEX))
                .errorType(ErrorType.ValidationError)
                .build();
    }

    /** The errors of an answer as JSON has them, the first few of them. */
    static List<Map<String, Object>> describe(List<GraphQLError> errors, String requestId) {
        return errors.stream()
                .limit(MOST_ERRORS)
                .map(error -> describe(error, requestId))
                .toList();
    }

    static Map<String, Object> describe(ErrorCode code, String message, String requestId) {
        var description = new LinkedHashMap<String, Object>();
        description.put("message", message);
        description.put("extensions", code.asExtensions(requestId));
        return description;
    }

    private static Map<String, Object> describe(GraphQLError error, String requestId) {
        var description = describe(code(error), message(error, requestId), requestId);
        if (error.getLocations() != null && !error.getLocations().isEmpty()) {
            description.put(
                    "locations",
                    error.getLocations().stream()
                            .limit(MOST_ERRORS)
                            .map(place -> Map.of("line", place.getLine(), "column", place.getColumn()))
                            .toList());
        }
        if (error.getPath() != null) {
            description.put("path", error.getPath());
        }
        return description;
    }

    /** The engine's own words about a fault of ours are for the log. */
    private static String message(GraphQLError error, String requestId) {
        if (code(error) != ErrorCode.INTERNAL || OURS.equals(error.getMessage())) {
            return shortened(error.getMessage());
        }
        LOG.error("request {} failed: {}", requestId, error.getMessage());
        return OURS;
    }

    private static ErrorCode code(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().get("code") instanceof ErrorCode code) {
            return code;
        }
        if (error instanceof ValidationError invalid) {
            return code(invalid.getValidationErrorType());
        }
        if (!(error.getErrorType() instanceof ErrorType type)) {
            return ErrorCode.TOO_COMPLEX;
        }
        return switch (type) {
            case InvalidSyntax -> ErrorCode.GRAPHQL_PARSE_FAILED;
            case ValidationError -> ErrorCode.BAD_USER_INPUT;
            case OperationNotSupported -> ErrorCode.OPERATION_NOT_ALLOWED;
            case ExecutionAborted -> ErrorCode.TOO_COMPLEX;
            case DataFetchingException, NullValueInNonNullableField -> ErrorCode.INTERNAL;
        };
    }

    private static ErrorCode code(@Nullable ValidationErrorClassification fault) {
        if (fault == ValidationErrorType.MaxQueryDepthExceeded || fault == ValidationErrorType.MaxQueryFieldsExceeded) {
            return ErrorCode.TOO_COMPLEX;
        }
        return fault == ValidationErrorType.UnknownOperation
                ? ErrorCode.OPERATION_NOT_ALLOWED
                : ErrorCode.GRAPHQL_VALIDATION_FAILED;
    }

    private static ErrorCode code(Throwable cause) {
        return switch (cause) {
            case RequestFailed failed -> failed.code();
            case UnknownAccount unknown -> ErrorCode.NOT_FOUND;
            case GraphUnavailable unavailable -> ErrorCode.UNAVAILABLE;
            default -> ErrorCode.INTERNAL;
        };
    }

    private static String message(Throwable cause) {
        return switch (cause) {
            case RequestFailed failed -> String.valueOf(failed.getMessage());
            case UnknownAccount unknown -> String.valueOf(unknown.getMessage());
            case GraphUnavailable unavailable -> "The database cannot be reached at the moment; try again shortly.";
            default -> OURS;
        };
    }

    private static Throwable unwrap(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrap(cause) : failure;
    }

    private static String shortened(String message) {
        return message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS) + "…";
    }
}
