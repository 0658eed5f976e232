package io.caucus.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request comes from the source it names. Each kind of source proves it in its own way, always over the bytes as they came;
 * comparisons take the same time whatever differs.
 *
 * <p><b>Sources.</b> HubSpot, "Validating requests", signature version 3. Standard Webhooks 1.0, symmetric signatures
 * ({@code v1}); the asymmetric {@code v1a} is not known here and counts as none. Segment, "Webhooks destination", shared secret.
 */
final class Signatures {

    /** Older requests may be repeats of overheard ones; younger ones are from clocks that run ahead. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private Signatures() {}

    /** @param publicUrl how the source reached us, without the path */
    static boolean isGenuine(WebhookSource source, WebhookRequest request, String publicUrl) {
        return switch (source.kind()) {
            case HUBSPOT -> isHubSpot(source, request, publicUrl);
            case SEGMENT -> isSegment(source, request);
            case STANDARD -> isStandard(source, request);
            case CLOUDEVENTS, SALESFORCE_CDC ->
                request.header("webhook-signature").isPresent()
                        ? isStandard(source, request)
                        : isBearer(source, request);
            case SALESFORCE_OUTBOUND -> isSame(source.path(), request.pathAndQuery());
        };
    }

    private static boolean isHubSpot(WebhookSource source, WebhookRequest request, String publicUrl) {
        var signature = request.header("x-hubspot-signature-v3");
        var timestamp = request.header("x-hubspot-request-timestamp");
        if (signature.isEmpty() || timestamp.isEmpty()) {
            return false;
        }
        var head = "POST" + publicUrl + request.pathAndQuery();
        var expected = mac(
                "HmacSHA256",
                source.secret().getBytes(UTF_8),
                head.getBytes(UTF_8),
                request.body(),
                timestamp.get().getBytes(UTF_8));
        boolean isSigned = isSame(Base64.getEncoder().encodeToString(expected), signature.get());
        return isSigned && isRecent(instant(timestamp.get(), true), request.receivedAt());
    }

    private static boolean isSegment(WebhookSource source, WebhookRequest request) {
        var expected = mac("HmacSHA1", source.secret().getBytes(UTF_8), request.body());
        return request.header("x-signature")
                .filter(signature -> isSame(HexFormat.of().formatHex(expected), signature))
                .isPresent();
    }

    private static boolean isStandard(WebhookSource source, WebhookRequest request) {
        var id = request.header("webhook-id");
        var timestamp = request.header("webhook-timestamp");
        if (id.isEmpty() || timestamp.isEmpty()) {
            return false;
        }
        var head = "%s.%s.".formatted(id.get(), timestamp.get()).getBytes(UTF_8);
        var expected = "v1," + Base64.getEncoder().encodeToString(mac("HmacSHA256", key(source), head, request.body()));
        // All are compared, so that the time says nothing about which one fitted.
        long fitting = Stream.of(request.header("webhook-signature").orElse("").split(" ", -1))
                .filter(signature -> isSame(expected, signature))
                .count();
        return fitting > 0 && isRecent(instant(timestamp.get(), false), request.receivedAt());
    }

    private static byte[] key(WebhookSource source) {
        return source.secret().startsWith(WebhookSource.BASE64_SECRET)
                ? Base64.getDecoder().decode(source.secret().substring(WebhookSource.BASE64_SECRET.length()))
                : source.secret().getBytes(UTF_8);
    }

    private static boolean isBearer(WebhookSource source, WebhookRequest request) {
        return request.header("authorization")
                .filter(authorization -> isSame("Bearer " + source.secret(), authorization))
                .isPresent();
    }

    private static boolean isRecent(Optional<Instant> signedAt, Instant receivedAt) {
        return signedAt.filter(at -> Duration.between(at, receivedAt).abs().compareTo(WINDOW) <= 0)
                .isPresent();
    }

    private static Optional<Instant> instant(String written, boolean inMillis) {
        if (!written.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        long count = Long.parseLong(written);
        return Optional.of(inMillis ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count));
    }

    private static byte[] mac(String algorithm, byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
