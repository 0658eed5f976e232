package io.caucus.api.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.ingest.webhook.WebhookKind;
import io.caucus.ingest.webhook.WebhookSettings;
import io.caucus.ingest.webhook.WebhookSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A system that delivers by Standard Webhooks. It does as such systems do: what was not acknowledged it sends again, and now and then
 * what was. The same numbers always tell the same.
 */
final class Sender implements AutoCloseable {

    private static final Instant FIRST_EVENT = Instant.parse("2026-03-01T00:00:00Z");
    private static final byte[] KEY = "the key of this sender".getBytes(UTF_8);
    private static final Duration SILENCE = Duration.ofMillis(100);
    private static final int AT_ONCE = 32;
    private static final int ONE_IN_SO_MANY_COMES_TWICE = 10;
    private static final int ONE_IN_SO_MANY_IS_A_NAME = 7;
    private static final int ACCOUNTS = 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final SortedSet<Integer> unacknowledged = new ConcurrentSkipListSet<>();
    private final AtomicInteger answers = new AtomicInteger();
    private int events;

    /** Lets it deliver to the service of a data folder. */
    void introduceTo(Path dataFolder) throws IOException {
        Files.createDirectories(dataFolder);
        new WebhookSettings(Optional.empty(), Map.of())
                .with(new WebhookSource(
                        "sender",
                        WebhookKind.STANDARD,
                        "whsec_" + Base64.getEncoder().encodeToString(KEY),
                        List.of()))
                .writeTo(dataFolder);
    }

    /**
     * Sends, many at once, what was not acknowledged before and then so many new events.
     *
     * @return completes when each of them was answered, or cannot be any more
     */
    CompletableFuture<Void> send(URI service, int newEvents) {
        var numbers = new ConcurrentLinkedQueue<>(unacknowledged);
        for (int sent = 0; sent < newEvents; sent++) {
            unacknowledged.add(events);
            numbers.add(events);
            if (events % ONE_IN_SO_MANY_COMES_TWICE == 0) {
                numbers.add(events);
            }
            events++;
        }
        return CompletableFuture.allOf(IntStream.range(0, AT_ONCE)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> sendAll(service, numbers), threads))
                .toArray(CompletableFuture<?>[]::new));
    }

    private void sendAll(URI service, Queue<Integer> numbers) {
        for (var number = numbers.poll(); number != null; number = numbers.poll()) {
            try {
                deliver(service, number);
                unacknowledged.remove(number);
                answers.incrementAndGet();
            } catch (IOException killed) {
                // Nobody answers: it stays unacknowledged.
            }
        }
    }

    /** How long a service takes to answer the next event. */
    Duration timeNext(URI service) throws IOException {
        long start = System.nanoTime();
        deliver(service, events++);
        answers.incrementAndGet();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void deliver(URI service, int number) throws IOException {
        try {
            var answer = client.send(signed(service, number), BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new AssertionError("event %d was refused: %s".formatted(number, answer.body()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpRequest signed(URI service, int number) {
        var id = "msg_" + number;
        var time = Long.toString(Instant.now().getEpochSecond());
        var body = body(number);
        return HttpRequest.newBuilder(service.resolve("/webhooks/sender"))
                .timeout(Duration.ofSeconds(20))
                .header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header("webhook-signature", "v1," + signature("%s.%s.%s".formatted(id, time, body)))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String signature(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Mostly visits; now and then an account has a new name, and the last one counts. */
    private static String body(int number) {
        int account = number % ACCOUNTS;
        return number % ONE_IN_SO_MANY_IS_A_NAME == 0
                ? event(number, "account.change", """
                        {"id":"%d","field":"NAME","value":"Name %d"}""".formatted(account, number))
                : event(number, "engagement", """
                        {"id":"visit-%d","account":"%d","kind":"VISIT","side":"BUYER","performedBy":["17"]}""".formatted(number, account));
    }

    private static String event(int number, String type, String data) {
        return """
                {"type":"io.caucus.%s","timestamp":"%s","data":%s}""".formatted(type, FIRST_EVENT.plusSeconds(number), data);
    }

    /** How many different events it has sent. */
    int events() {
        return events;
    }

    SortedSet<Integer> unacknowledged() {
        return unacknowledged;
    }

    /** How many deliveries were acknowledged, those that came twice counted twice. */
    int answers() {
        return answers.get();
    }

    /** Returns when none comes any more: those that were on their way have arrived. */
    void awaitSilence() {
        int before;
        do {
            before = answers.get();
            LockSupport.parkNanos(SILENCE.toNanos());
        } while (answers.get() != before);
    }

    @Override
    public void close() {
        client.close();
        threads.close();
    }
}
