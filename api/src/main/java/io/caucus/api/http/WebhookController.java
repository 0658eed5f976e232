package io.caucus.api.http;

import io.caucus.api.graphql.ErrorCode;
import io.caucus.ingest.webhook.WebhookAnswer;
import io.caucus.ingest.webhook.WebhookKind;
import io.caucus.ingest.webhook.WebhookRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where other systems deliver. A delivery proves by its signature who sends it, and is acknowledged once it is on the disk; what is
 * in it is applied afterwards.
 */
@Controller("/webhooks")
@ExecuteOn(TaskExecutors.VIRTUAL)
final class WebhookController {

    private static final byte[] SOAP_ACKNOWLEDGEMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>\
            <notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>\
            </soapenv:Body></soapenv:Envelope>
            """.getBytes(StandardCharsets.UTF_8);

    private final WebhookDoor door;
    private final InstantSource clock;

    WebhookController(WebhookDoor door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    @Post(uri = "/{source}", consumes = MediaType.ALL, produces = MediaType.ALL)
    HttpResponse<byte[]> deliver(HttpRequest<?> request, @PathVariable String source, @Body byte @Nullable [] body) {
        var delivered = new WebhookRequest(
                request.getUri().toString(), headers(request), body == null ? new byte[0] : body, clock.instant());
        return answer(request, door.receive(source, delivered));
    }

    /** Where the address holds the secret, since the sender cannot sign. */
    @Post(uri = "/{source}/{secret}", consumes = MediaType.ALL, produces = MediaType.ALL)
    HttpResponse<byte[]> deliverBySecretAddress(
            HttpRequest<?> request,
            @PathVariable String source,
            @PathVariable("secret") String ignored,
            @Body byte @Nullable [] body) {
        return deliver(request, source, body);
    }

    private static Map<String, String> headers(HttpRequest<?> request) {
        var headers = new TreeMap<String, String>();
        request.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return headers;
    }

    private static HttpResponse<byte[]> answer(HttpRequest<?> request, WebhookAnswer answer) {
        return switch (answer) {
            case WebhookAnswer.Accepted accepted -> accepted(accepted);
            case WebhookAnswer.NotGenuine forged ->
                Refusals.of(
                        request,
                        HttpStatus.UNAUTHORIZED,
                        ErrorCode.UNAUTHENTICATED,
                        "No source of this name proves itself by this request. Check its address, its secret, the clock of the sender, and 'public-url' in webhooks.properties.");
            case WebhookAnswer.Malformed malformed ->
                Refusals.of(
                        request,
                        HttpStatus.BAD_REQUEST,
                        ErrorCode.BAD_USER_INPUT,
                        "This is no delivery of its kind: %s.".formatted(malformed.reason()));
            case WebhookAnswer.Busy busy ->
                Refusals.of(
                                request,
                                HttpStatus.SERVICE_UNAVAILABLE,
                                ErrorCode.UNAVAILABLE,
                                "Nothing more can be kept now; send it again later.")
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(busy.retryAfter().toSeconds()));
        };
    }

    private static HttpResponse<byte[]> accepted(WebhookAnswer.Accepted accepted) {
        if (accepted.kind() == WebhookKind.SALESFORCE_OUTBOUND) {
            return HttpResponse.ok(SOAP_ACKNOWLEDGEMENT.clone()).contentType(MediaType.TEXT_XML + ";charset=utf-8");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("delivery", accepted.delivery());
        body.put("events", accepted.events());
        return HttpResponse.<byte[]>accepted()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.write(body));
    }
}
