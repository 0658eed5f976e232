package io.caucus.ingest.webhook;

import io.caucus.ingest.event.NotAnEvent;
import io.caucus.ingest.spool.Spool;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;

/**
 * Takes requests in: first the proof of who sends, over the bytes as they came; then whether it is a delivery at all; then to the
 * disk; and only then is it accepted. Any number of threads may knock at once.
 */
final class Door {

    private static final Logger LOG = System.getLogger(Door.class.getName());
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    /** Stands in where no source has the name: whoever asks is refused the way a forgery is. */
    private static final WebhookSource NOBODY =
            new WebhookSource("nobody", WebhookKind.CLOUDEVENTS, "not the secret of anybody", List.of());

    private final CurrentSettings settings;
    private final Spool spool;
    private final DeliveredEvents events = new DeliveredEvents();

    Door(CurrentSettings settings, Spool spool) {
        this.settings = settings;
        this.spool = spool;
    }

    /** @param ownUrl how we are reached, without the path, unless the settings say otherwise */
    WebhookAnswer knock(String sourceName, WebhookRequest request, String ownUrl) {
        var current = settings.get();
        var source = current.find(sourceName);
        boolean isGenuine = Signatures.isGenuine(
                source.orElse(NOBODY), request, current.publicUrl().orElse(ownUrl));
        return source.isPresent() && isGenuine ? take(source.get(), request) : new WebhookAnswer.NotGenuine();
    }

    private WebhookAnswer take(WebhookSource source, WebhookRequest request) {
        try {
            int count = events.check(source, request).size();
            var place = spool.append(Delivery.of(source, request).written());
            return new WebhookAnswer.Accepted(place.toString(), source.kind(), count);
        } catch (NotAnEvent e) {
            return new WebhookAnswer.Malformed(e.reason());
        } catch (IOException e) {
            LOG.log(Logger.Level.ERROR, "a delivery of source '{0}' was not kept: {1}", source.name(), e.getMessage());
            return new WebhookAnswer.Busy(RETRY_AFTER);
        }
    }
}
