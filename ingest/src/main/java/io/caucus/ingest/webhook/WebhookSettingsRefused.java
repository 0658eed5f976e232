package io.caucus.ingest.webhook;

/** The settings cannot be meant as they stand. The message names the file, the line, the rule; never a secret. */
public final class WebhookSettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WebhookSettingsRefused(String message) {
        super(message);
    }
}
