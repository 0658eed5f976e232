package io.caucus.api.http;

import io.caucus.api.graphql.ErrorCode;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.exceptions.response.HateoasErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said when the framework gives up on a request. Its own words, and those of exceptions, stay inside. */
@Singleton
// The default that must not answer; when it goes, so does this line.
@SuppressWarnings("removal")
@Replaces(HateoasErrorResponseProcessor.class)
@Primary
final class ErrorAnswers implements ErrorResponseProcessor<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        var request = context.getRequest();
        var status = base.status();
        if (status.getCode() >= 500) {
            LOG.error(
                    "request {} failed",
                    RequestIds.of(request),
                    context.getRootCause().orElse(null));
        }
        var refusal = Refusals.of(request, status, code(status), message(status));
        base.getHeaders().findFirst("Allow").ifPresent(methods -> refusal.header("Allow", methods));
        return refusal;
    }

    private static ErrorCode code(HttpStatus status) {
        if (status.getCode() >= 500) {
            return ErrorCode.INTERNAL;
        }
        return status == HttpStatus.NOT_FOUND ? ErrorCode.NOT_FOUND : ErrorCode.BAD_USER_INPUT;
    }

    private static String message(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address. GraphQL is at /graphql, the page at /.";
            case METHOD_NOT_ALLOWED -> "This address does not understand that method; 'Allow' names those it does.";
            case REQUEST_ENTITY_TOO_LARGE -> "A request may have at most 1 MiB.";
            case INTERNAL_SERVER_ERROR ->
                "Something went wrong on our side. The request id leads to the cause in the server's log.";
            default -> "The request cannot be understood: HTTP status %d.".formatted(status.getCode());
        };
    }
}
