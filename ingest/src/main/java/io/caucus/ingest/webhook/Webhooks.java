package io.caucus.ingest.webhook;

import io.caucus.graphmodel.FactWriter;
import io.caucus.graphmodel.directory.EntityDirectory;
import io.caucus.ingest.event.EventTelling;
import io.caucus.ingest.spool.Position;
import io.caucus.ingest.spool.Spool;
import io.caucus.ingest.spool.SpoolLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** The webhooks of one data folder: takes deliveries in and applies them, from when it is opened until it is closed. */
public final class Webhooks implements AutoCloseable {

    private final Spool spool;
    private final Door door;
    private final Applying applying;

    private Webhooks(Spool spool, Door door, Applying applying) {
        this.spool = spool;
        this.door = door;
        this.applying = applying;
    }

    /**
     * Begins to apply what an earlier process left.
     *
     * @param isUnavailable whether a failure of the graph passes by itself, so that waiting is right
     * @param clock for the audit trail and the archive: when something was tried, and what is too old to keep
     * @throws WebhookSettingsRefused when the settings cannot be meant
     * @throws UncheckedIOException when the spool cannot be used
     */
    public static Webhooks open(
            Path dataFolder,
            SpoolLimits limits,
            FactWriter writer,
            EntityDirectory directory,
            Predicate<RuntimeException> isUnavailable,
            InstantSource clock) {
        var settings = new CurrentSettings(dataFolder);
        try {
            var spool = Spool.open(spoolFolder(dataFolder), limits);
            var telling = new EventTelling(writer, directory);
            var applying = new Applying(spool, telling, Pending.in(dataFolder), isUnavailable, clock);
            applying.start();
            return new Webhooks(spool, new Door(settings, spool), applying);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static Path spoolFolder(Path dataFolder) {
        return dataFolder.resolve("webhooks").resolve("spool");
    }

    /**
     * What becomes of a request; an accepted one is on the disk.
     *
     * @param source the name in the address
     * @param ownUrl how we are reached, without the path, unless the settings say otherwise
     */
    public WebhookAnswer receive(String source, WebhookRequest request, String ownUrl) {
        return door.knock(source, request, ownUrl);
    }

    /** A delivery as it came, from whom and when; empty when there is none, or the archive no longer keeps it. */
    public static Optional<String> show(Path dataFolder, String delivery) {
        try {
            var place = Position.parse(delivery);
            return place.isEmpty()
                    ? Optional.empty()
                    : Spool.find(spoolFolder(dataFolder), place.get()).map(Delivery::shown);
        } catch (IOException e) {
            throw new UncheckedIOException("delivery '%s' cannot be read".formatted(delivery), e);
        }
    }

    /** Stops applying; what waits is applied after the next opening. */
    @Override
    public void close() {
        applying.close();
        try {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
