package io.caucus.ingest.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a service of yours, by a protocol of one POST: {@code docs/conversation-signals.md} describes it. It is sent the new words
 * of a conversation, and nothing that says who wrote them.
 *
 * <p>A call that fails for the moment (no connection, no answer in time, statuses 429, 502, 503, 504) is made {@value #ATTEMPTS}
 * times in all. After {@value #FAILURES_IN_A_ROW} conversations in a row that could not be read, the service is left alone: an
 * import must not wait for each of a million rows.
 */
public final class HttpSignalExtractor implements SignalExtractor {

    private static final String NAME = "http";
    private static final int ATTEMPTS = 3;
    private static final int FAILURES_IN_A_ROW = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final RetryPolicy<HttpResponse<byte[]>> WHILE_MOMENTARY = RetryPolicy.<HttpResponse<byte[]>>builder()
            .handle(IOException.class, TimeoutException.class)
            .handleResultIf(response -> isMomentary(response.statusCode()))
            .withMaxAttempts(ATTEMPTS)
            .withBackoff(PAUSE, PAUSE.multipliedBy(ATTEMPTS))
            .build();
    private static final int LARGEST_ANSWER = 1 << 20;

    /**
     * Where to ask and how.
     *
     * @param endpoint {@code https}, or {@code http} on this machine
     * @param promptVersion what the service answers by: model, prompt, settings. It is the extractor's version, so change it when one
     *     of them changes
     * @param token sent as a bearer token
     * @param timeout for one call, from connecting to the last byte
     */
    public record Service(URI endpoint, String promptVersion, Optional<String> token, Duration timeout) {

        public Service {
            boolean secure = "https".equalsIgnoreCase(endpoint.getScheme());
            boolean local = "http".equalsIgnoreCase(endpoint.getScheme()) && isThisMachine(endpoint.getHost());
            if (!secure && !local) {
                throw new IllegalArgumentException(
                        "extractor address '%s' must be https; plain http is for this machine alone"
                                .formatted(endpoint));
            }
            if (!timeout.isPositive()) {
                throw new IllegalArgumentException("extractor time-out is %s, must be positive".formatted(timeout));
            }
        }

        /** Only names that need no look-up: what a name server says may change between this check and the call. */
        private static boolean isThisMachine(String host) {
            if (host == null || !host.toLowerCase(Locale.ROOT).matches("localhost|127\\.[0-9.]+|\\[::1]")) {
                return false;
            }
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }

        /** A token is a secret. */
        @Override
        public String toString() {
            return "Service[%s, %s]".formatted(endpoint, promptVersion);
        }
    }

    private final Service service;
    private final Competitors competitors;
    private final ExtractorVersion version;
    private final HttpClient client;
    private final ObjectMapper json = JsonMapper.builder().build();
    private final AtomicInteger failuresInARow = new AtomicInteger();

    public HttpSignalExtractor(Service service, Competitors competitors) {
        this.service = service;
        this.competitors = competitors;
        version = new ExtractorVersion(NAME, "%s.%d".formatted(service.promptVersion(), competitors.version()));
        client = HttpClient.newBuilder()
                .connectTimeout(service.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public ExtractorVersion version() {
        return version;
    }

    @Override
    public Extraction extract(Conversation conversation) {
        boolean cut = conversation.text().length() > MOST_CHARACTERS;
        var text = NewWords.in(cut ? conversation.text().substring(0, MOST_CHARACTERS) : conversation.text())
                .stripTrailing();
        if (text.isEmpty() || conversation.voice() == Voice.SELLER) {
            return new Extraction.Read(List.of(), cut, List.of());
        }
        if (failuresInARow.get() >= FAILURES_IN_A_ROW) {
            return new Extraction.NotRead(
                    "the extractor failed %d times in a row and was left alone".formatted(FAILURES_IN_A_ROW));
        }
        var extraction = ask(request(conversation, text), text, cut);
        if (extraction instanceof Extraction.NotRead) {
            failuresInARow.incrementAndGet();
        } else {
            failuresInARow.set(0);
        }
        return extraction;
    }

    private HttpRequest request(Conversation conversation, String text) {
        var question = json.createObjectNode()
                .put("promptVersion", service.promptVersion())
                .put("text", text)
                .put("voice", conversation.voice().name());
        conversation.language().ifPresent(language -> question.put("language", language.code()));
        var signals = question.putArray("signals");
        for (ConversationSignal signal : ConversationSignal.values()) {
            signals.addObject().put("kind", signal.name()).put("meaning", signal.meaning());
        }
        var names = question.putArray("competitors");
        competitors.names().keySet().forEach(names::add);
        var request = HttpRequest.newBuilder(service.endpoint())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString(), UTF_8));
        service.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    private Extraction ask(HttpRequest request, String text, boolean cut) {
        try {
            return read(Failsafe.with(WHILE_MOMENTARY).get(() -> call(request)), text, cut);
        } catch (FailsafeException e) {
            return new Extraction.NotRead(whyNot(e));
        }
    }

    private String whyNot(FailsafeException failed) {
        if (failed.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return "the import was interrupted";
        }
        return failed.getCause() instanceof TimeoutException
                ? "the extractor did not answer within %d ms"
                        .formatted(service.timeout().toMillis())
                : "the extractor could not be reached, or broke off";
    }

    private HttpResponse<byte[]> call(HttpRequest request) throws IOException, InterruptedException, TimeoutException {
        var response = client.sendAsync(request, head -> new BoundedBody(LARGEST_ANSWER));
        try {
            return response.get(service.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            response.cancel(true);
        }
    }

    private static boolean isMomentary(int status) {
        return switch (status) {
            case 429, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private Extraction read(HttpResponse<byte[]> response, String text, boolean cut) {
        if (response.statusCode() != 200) {
            return new Extraction.NotRead("the extractor answered with status %d".formatted(response.statusCode()));
        }
        return parse(response.body())
                .map(answer -> new AnswerCheck(text, competitors).check(answer, cut))
                .orElseGet(() -> new Extraction.NotRead("the extractor's answer is no JSON document"));
    }

    private Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.ofNullable(json.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("reading from memory cannot fail", e);
        }
    }
}
