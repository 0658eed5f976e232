package io.caucus.ingest.webhook;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sender whose deliveries are taken.
 *
 * @param name stands in the address, and keys of the sender's own records begin with it
 * @param secret what it signs with, or proves itself by; {@code whsec_…} is base64, any other is text
 * @param organizations the Salesforce organisations whose Outbound Messages are taken, by ids of 18 characters
 */
public record WebhookSource(String name, WebhookKind kind, String secret, List<String> organizations) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    /** What the secrets of Standard Webhooks begin with; the rest is base64. */
    static final String BASE64_SECRET = "whsec_";

    private static final int SHORTEST_SECRET = 16;

    public WebhookSource {
        organizations = organizations.stream().sorted().toList();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "source name '%s' must be 1 to 40 lower-case letters, digits and hyphens, a letter first"
                            .formatted(name));
        }
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the secret of source '%s' has %d characters, must have at least %d"
                    .formatted(name, secret.length(), SHORTEST_SECRET));
        }
        if (secret.startsWith(BASE64_SECRET)) {
            Base64.getDecoder().decode(secret.substring(BASE64_SECRET.length()));
        }
        if (kind == WebhookKind.SALESFORCE_OUTBOUND && organizations.isEmpty()) {
            throw new IllegalArgumentException(
                    "source '%s' takes Outbound Messages and lists no organisation; anybody with a Salesforce account could send them"
                            .formatted(name));
        }
    }

    /** Where it delivers to, behind the server's own address. */
    public String path() {
        return kind == WebhookKind.SALESFORCE_OUTBOUND
                ? "/webhooks/%s/%s".formatted(name, secret)
                : "/webhooks/" + name;
    }

    /** The secret stays out of anything that prints. */
    @Override
    public String toString() {
        return "WebhookSource[%s, %s]".formatted(name, kind.written());
    }
}
