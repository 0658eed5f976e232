package io.caucus.api.http;

import io.caucus.api.graphql.ErrorCode;
import io.caucus.api.graphql.GraphQlAnswer;
import io.caucus.api.graphql.GraphQlEngine;
import io.caucus.api.graphql.GraphQlRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL over HTTP (graphql.github.io/graphql-over-http, draft of 2025). A request that cannot be understood is refused with
 * 400; a client that accepts the specification's own media type learns from the status whether the operation could be carried
 * out, an older one always gets 200.
 */
@Controller("/graphql")
@ExecuteOn(TaskExecutors.VIRTUAL)
final class GraphQlController {

    private final GraphQlEngine engine;

    GraphQlController(GraphQlEngine engine) {
        this.engine = engine;
    }

    @Get(consumes = MediaType.ALL, produces = MediaType.ALL)
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        try {
            var parsed = RequestReader.fromQuery(request.getParameters());
            return engine.isQuery(parsed) ? answer(request, parsed) : refuseChangeByGet(request);
        } catch (RequestReader.Malformed e) {
            return malformed(request, e);
        }
    }

    @Post(consumes = MediaType.ALL, produces = MediaType.ALL)
    HttpResponse<byte[]> post(HttpRequest<?> request, @Body byte @Nullable [] body) {
        if (!isJson(request)) {
            return Refusals.of(
                    request,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    ErrorCode.BAD_USER_INPUT,
                    "A POST must have 'Content-Type: application/json' and say so.");
        }
        try {
            return answer(request, RequestReader.fromJson(body == null ? new byte[0] : body));
        } catch (RequestReader.Malformed e) {
            return malformed(request, e);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, GraphQlRequest parsed) {
        var type = AcceptedType.of(request.getHeaders());
        if (type.isEmpty()) {
            return Refusals.of(
                    request,
                    HttpStatus.NOT_ACCEPTABLE,
                    ErrorCode.BAD_USER_INPUT,
                    "Answers are application/graphql-response+json or application/json; accept one of them.");
        }
        var answer = engine.execute(parsed, RequestIds.of(request), Callers.of(request));
        return HttpResponse.<byte[]>status(status(answer, type.get()))
                .contentType(type.get().contentType())
                .body(Json.write(answer.body()));
    }

    private static HttpStatus status(GraphQlAnswer answer, AcceptedType type) {
        return switch (answer.ending()) {
            case CARRIED_OUT -> HttpStatus.OK;
            case REFUSED -> type == AcceptedType.GRAPHQL ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
            case OUT_OF_TIME -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static boolean isJson(HttpRequest<?> request) {
        return request.getContentType()
                .filter(type -> type.getName().equals(MediaType.APPLICATION_JSON))
                .filter(type -> type.getCharset()
                        .map(charset -> charset.name().equals("UTF-8"))
                        .orElse(true))
                .isPresent();
    }

    private static HttpResponse<byte[]> refuseChangeByGet(HttpRequest<?> request) {
        return Refusals.of(
                        request,
                        HttpStatus.METHOD_NOT_ALLOWED,
                        ErrorCode.OPERATION_NOT_ALLOWED,
                        "Only queries can be asked by GET; send this operation by POST.")
                .header(HttpHeaders.ALLOW, "POST");
    }

    private static HttpResponse<byte[]> malformed(HttpRequest<?> request, RequestReader.Malformed e) {
        return Refusals.of(request, HttpStatus.BAD_REQUEST, ErrorCode.BAD_USER_INPUT, e.rule());
    }
}
