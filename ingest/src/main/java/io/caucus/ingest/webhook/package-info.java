/**
 * Webhooks: deliveries of six kinds are checked, kept on disk, and told to the graph.
 *
 * <p><b>Terms.</b> A <em>source</em> is a configured sender with a name, a {@link io.caucus.ingest.webhook.WebhookKind} and a secret.
 * A <em>delivery</em> is one HTTP request of a source; it brings one or more events. {@link io.caucus.ingest.webhook.Door} checks
 * the signature over the bytes as they came, then the envelope, then appends the delivery to the spool, and only then is it
 * acknowledged. {@link io.caucus.ingest.webhook.Applying} reads the spool in order and writes the facts; what cannot be told goes
 * to {@link io.caucus.ingest.webhook.Pending}, with its reason, and blocks nothing.
 *
 * <p><b>Example.</b> HubSpot delivers three events: an industry changed, a contact was merged, and the first event once more. All
 * three are acknowledged together as delivery {@code 1-8}. One is told, one is a duplicate, and the merge is pending as
 * {@code MERGED} with line 2 of the delivery.
 */
@NullMarked
package io.caucus.ingest.webhook;

import org.jspecify.annotations.NullMarked;
