package io.caucus.ingest.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.caucus.graphmodel.fact.ExtractorVersion;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real service on this machine. */
class HttpSignalExtractorTest {

    private static final String TEXT = "What would it cost? Initech wants 900.";
    private static final Competitors COMPETITORS = Competitors.of("test", List.of("version 2", "Initech"));

    private record Answer(int status, String body) {}

    private final List<JsonNode> questions = Collections.synchronizedList(new ArrayList<>());
    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
    private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/signals", exchange -> {
            questions.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
            var body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/silent", exchange -> awaitTheEnd());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aServiceIsAskedWithTheNewWordsAndTheListOfSignals() {
        answer(200, "{\"signals\": []}");

        extractor("/signals").extract(new Conversation("Hello\n> quoted words", Optional.of(Language.EN), Voice.NOTE));

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.path("promptVersion").asText()).isEqualTo("model-7.prompt-3");
            assertThat(question.path("text").asText()).isEqualTo("Hello");
            assertThat(question.path("language").asText()).isEqualTo("en");
            assertThat(question.path("voice").asText()).isEqualTo("NOTE");
            assertThat(question.path("signals")).hasSize(ConversationSignal.values().length);
            assertThat(question.path("competitors").get(0).asText()).isEqualTo("Initech");
        });
        assertThat(authorizations).containsExactly("Bearer secret");
    }

    @Test
    void whatTheServiceFindsIsTakenInTheOrderOfTheWords() {
        answer(200, """
                {"signals": [
                  {"kind": "NAMES_COMPETITOR", "detail": "Initech", "start": 20, "end": 27, "confidence": 0.9},
                  {"kind": "ASKS_PRICE", "start": 0, "end": 18, "confidence": 0.6},
                  {"kind": "ASKS_PRICE", "start": 0, "end": 19, "confidence": 0.8}]}
                """);

        var read = read();

        assertThat(read.dropped()).isEmpty();
        assertThat(read.spotted())
                .extracting(one -> "%s %s %d-%d"
                        .formatted(one.signal().kind(), one.signal().confidence(), one.start(), one.end()))
                .containsExactly("ASKS_PRICE 0.8 0-19", "NAMES_COMPETITOR 0.9 20-27");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'kind': 'LIKES_US', 'start': 0, 'end': 4, 'confidence': 0.9} | none of those listed",
                "{'start': 0, 'end': 4, 'confidence': 0.9} | none of those listed",
                "{'kind': 'ASKS_PRICE', 'start': -1, 'end': 4, 'confidence': 0.9} | lie outside the text",
                "{'kind': 'ASKS_PRICE', 'start': 0, 'end': 4000, 'confidence': 0.9} | lie outside the text",
                "{'kind': 'ASKS_PRICE', 'start': '0', 'end': 4, 'confidence': 0.9} | lie outside the text",
                "{'kind': 'ASKS_PRICE', 'start': 4, 'end': 4, 'confidence': 0.9} | hold no words",
                "{'kind': 'ASKS_PRICE', 'start': 4, 'end': 5, 'confidence': 0.9} | hold no words",
                "{'kind': 'ASKS_PRICE', 'start': 0, 'end': 4, 'confidence': 1.5} | does not lie in (0, 1]",
                "{'kind': 'ASKS_PRICE', 'start': 0, 'end': 4} | does not lie in (0, 1]",
                "{'kind': 'ASKS_PRICE', 'detail': 'x', 'start': 0, 'end': 4, 'confidence': 1} | a signal has a detail",
                "{'kind': 'NAMES_COMPETITOR', 'start': 0, 'end': 4, 'confidence': 1} | that is not listed",
                "{'kind': 'NAMES_COMPETITOR', 'detail': 'Tom', 'start': 0, 'end': 4, 'confidence': 1} | that is not listed",
                "7 | none of those listed"
            })
    void whatCannotBeTrueIsDroppedAndTheRestKept(String entry, String reason) {
        answer(200, """
                {"signals": [%s, {"kind": "ASKS_PRICE", "start": 0, "end": 4, "confidence": 0.5}]}
                """.formatted(entry.replace('\'', '"')));

        var read = read();

        assertThat(read.spotted()).hasSize(1);
        assertThat(read.dropped()).singleElement().asString().contains(reason).doesNotContain("Tom", "LIKES_US");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"signals\": 7}", "{}"})
    void anAnswerOfAnotherFormIsNoReading(String body) {
        answer(200, body);

        assertThat(notRead(extractor("/signals"))).startsWith("the extractor's answer");
        assertThat(questions).hasSize(1);
    }

    @Test
    void anAnswerLargerThanAMegabyteIsNoReading() {
        answer(200, " ".repeat((1 << 20) + 1));

        assertThat(notRead(extractor("/signals"))).isEqualTo("the extractor could not be reached, or broke off");
    }

    @Test
    void whatFailsForAMomentIsTriedAgain() {
        answer(503, "busy");
        answer(200, "{\"signals\": []}");

        assertThat(read().spotted()).isEmpty();
        assertThat(questions).hasSize(2);
    }

    @Test
    void whatGoesOnFailingIsTriedThreeTimes() {
        answer(503, "busy");

        assertThat(notRead(extractor("/signals"))).isEqualTo("the extractor answered with status 503");
        assertThat(questions).hasSize(3);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        answer(401, "who are you");

        assertThat(notRead(extractor("/signals"))).isEqualTo("the extractor answered with status 401");
        assertThat(questions).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer(302, "elsewhere");

        assertThat(notRead(extractor("/signals"))).isEqualTo("the extractor answered with status 302");
    }

    @Test
    void aServiceThatSaysNothingIsGivenUpInTime() {
        var extractor = extractor("/silent", Duration.ofMillis(200));

        assertThat(notRead(extractor)).isEqualTo("the extractor did not answer within 200 ms");
    }

    @Test
    void anInterruptionEndsTheWaitAndIsPassedOn() {
        var extractor = extractor("/silent");

        Thread.currentThread().interrupt();

        assertThat(notRead(extractor)).isEqualTo("the import was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aServiceThatFailsFiveTimesInARowIsLeftAlone() {
        answer(401, "who are you");
        var extractor = extractor("/signals");

        for (int time = 0; time < 5; time++) {
            notRead(extractor);
        }

        assertThat(notRead(extractor)).isEqualTo("the extractor failed 5 times in a row and was left alone");
        assertThat(questions).hasSize(5);
    }

    @Test
    void nothingIsSentWhereThereIsNothingToRead() {
        var extractor = extractor("/signals");

        extractor.extract(new Conversation("> only quoted", Optional.empty(), Voice.BUYER));
        extractor.extract(new Conversation(TEXT, Optional.empty(), Voice.SELLER));

        assertThat(questions).isEmpty();
    }

    @Test
    void theVersionIsThatOfThePromptAndThatOfTheCompetitors() {
        assertThat(extractor("/signals").version()).isEqualTo(new ExtractorVersion("http", "model-7.prompt-3.2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://extractor.example/signals",
                "http://127.0.0.1.example/signals",
                "ftp://localhost/signals",
                "signals",
                "file:///etc/passwd"
            })
    void wordsLeaveThisMachineEncryptedOnly(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpSignalExtractor.Service(
                        URI.create(address), "1", Optional.empty(), Duration.ofSeconds(1)))
                .withMessage("extractor address '%s' must be https; plain http is for this machine alone"
                        .formatted(address));
    }

    @Test
    void aStableServiceGivesEveryTextTheSameSignalsTwice() {
        answer(200, "{\"signals\": [{\"kind\": \"ASKS_PRICE\", \"start\": 0, \"end\": 4, \"confidence\": 0.5}]}");

        assertThat(Stability.of(extractor("/signals"), conversations(4))).isEqualTo(new Stability(4, 4, 0, List.of()));
    }

    @Test
    void aServiceThatChangesItsMindIsFoundOut() {
        answer(200, "{\"signals\": [{\"kind\": \"ASKS_PRICE\", \"start\": 0, \"end\": 4, \"confidence\": 0.5}]}");
        answer(200, "{\"signals\": [{\"kind\": \"ASKS_PRICE\", \"start\": 0, \"end\": 9, \"confidence\": 0.7}]}");
        answer(401, "");
        answer(200, "{\"signals\": [{\"kind\": \"ASKS_PRICE\", \"start\": 0, \"end\": 4, \"confidence\": 0.6}]}");
        answer(200, "{\"signals\": []}");

        assertThat(Stability.of(extractor("/signals"), conversations(3))).isEqualTo(new Stability(3, 1, 1, List.of(2)));
    }

    private void answer(int status, String body) {
        answers.add(new Answer(status, body));
    }

    private HttpSignalExtractor extractor(String path) {
        return extractor(path, Duration.ofSeconds(5));
    }

    private HttpSignalExtractor extractor(String path, Duration timeout) {
        var address =
                URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
        return new HttpSignalExtractor(
                new HttpSignalExtractor.Service(address, "model-7.prompt-3", Optional.of("secret"), timeout),
                COMPETITORS);
    }

    private Extraction.Read read() {
        return (Extraction.Read) extractor("/signals").extract(conversations(1).getFirst());
    }

    private static String notRead(HttpSignalExtractor extractor) {
        return ((Extraction.NotRead) extractor.extract(conversations(1).getFirst())).reason();
    }

    private static List<Conversation> conversations(int count) {
        return Collections.nCopies(count, new Conversation(TEXT, Optional.empty(), Voice.BUYER));
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
