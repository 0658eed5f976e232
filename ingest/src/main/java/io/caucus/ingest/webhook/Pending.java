package io.caucus.ingest.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caucus.ingest.RejectCode;
import io.caucus.ingest.event.ArrivedEvent;
import io.caucus.ingest.event.EventTelling;
import io.caucus.ingest.event.NotAnEvent;
import io.caucus.ingest.event.RejectedEvent;
import io.caucus.ingest.spool.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events that were acknowledged and could not be told, each with its reason and the delivery as it came: one file for each
 * delivery. They wait to be tried again, and for what the graph cannot keep yet.
 *
 * <p>Holds personal data as deliveries do, so only its owner may read it.
 */
public final class Pending {

    private static final String SUFFIX = ".json";
    private static final JsonMapper JSON = new JsonMapper();

    /** Those of the spool by their places, then those of streams. */
    private static final Comparator<String> IN_ORDER = Comparator.comparing(
                    (String delivery) -> Position.parse(delivery).orElse(null),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.naturalOrder());

    private record EventLine(
            long line,
            String type,
            RejectCode code,
            String field,
            String reason,
            String firstTry,
            String lastTry,
            int tries) {}

    private record DeliveryFile(String delivery, String source, String content, List<EventLine> events) {

        private DeliveryFile {
            events = List.copyOf(events);
        }
    }

    private final Path folder;
    private final DeliveredEvents deliveries = new DeliveredEvents();

    private Pending(Path folder) {
        this.folder = folder;
    }

    /** Of a data folder. */
    public static Pending in(Path dataFolder) {
        return new Pending(dataFolder.resolve("webhooks").resolve("pending"));
    }

    /**
     * Keeps what became of a delivery. Keeping it again, as after a crash, counts as another try.
     *
     * @param content the delivery as it was spooled
     */
    public void keep(String delivery, String source, byte[] content, List<RejectedEvent> rejected, Instant now)
            throws IOException {
        var before = tries(delivery);
        var lines = rejected.stream()
                .map(one -> line(one, before.get(one.arrived().line()), now))
                .toList();
        write(new DeliveryFile(delivery, source, Base64.getEncoder().encodeToString(content), lines));
    }

    private Map<Long, EventLine> tries(String delivery) throws IOException {
        var file = file(delivery);
        return Files.exists(file)
                ? read(file).events().stream()
                        .collect(Collectors.toMap(EventLine::line, line -> line, (a, b) -> a, TreeMap::new))
                : Map.of();
    }

    private static EventLine line(RejectedEvent rejected, @Nullable EventLine before, Instant now) {
        return new EventLine(
                rejected.arrived().line(),
                rejected.arrived().event().type(),
                rejected.code(),
                rejected.field(),
                rejected.reason(),
                before == null ? now.toString() : before.firstTry(),
                now.toString(),
                before == null ? 1 : before.tries() + 1);
    }

    /** All that are pending, in the order in which they were delivered. */
    public List<PendingEvent> list() {
        var all = new ArrayList<PendingEvent>();
        for (Path file : files()) {
            var delivery = read(file);
            delivery.events().forEach(line -> all.add(event(delivery, line)));
        }
        return all;
    }

    private static PendingEvent event(DeliveryFile delivery, EventLine line) {
        return new PendingEvent(
                delivery.delivery(),
                delivery.source(),
                line.line(),
                line.type(),
                line.code(),
                line.field(),
                line.reason(),
                Instant.parse(line.firstTry()),
                Instant.parse(line.lastTry()),
                line.tries());
    }

    /**
     * Tries all of them again, in the order in which they were delivered. What can be told now is pending no more.
     *
     * @param batchId the replay's name in the audit trail
     * @return how many were tried and are pending no more
     */
    public int replay(EventTelling telling, String batchId, Instant now) {
        int closed = 0;
        for (Path file : files()) {
            closed += replay(read(file), telling, batchId, now);
        }
        return closed;
    }

    private int replay(DeliveryFile pending, EventTelling telling, String batchId, Instant now) {
        var content = Base64.getDecoder().decode(pending.content());
        var open = pending.events().stream().map(EventLine::line).toList();
        try {
            var events = arrived(pending.delivery(), content).stream()
                    .filter(event -> open.contains(event.line()))
                    .toList();
            var rejected = telling.tell(batchId, events).rejected();
            if (rejected.isEmpty()) {
                Files.delete(file(pending.delivery()));
            } else {
                keep(pending.delivery(), pending.source(), content, rejected, now);
            }
            return events.size() - rejected.size();
        } catch (NotAnEvent e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("pending delivery '%s' cannot be kept".formatted(pending.delivery()), e);
        }
    }

    private List<ArrivedEvent> arrived(String delivery, byte[] content) throws IOException, NotAnEvent {
        var events = deliveries.read(Delivery.read(content));
        var arrived = new ArrayList<ArrivedEvent>();
        for (int index = 0; index < events.size(); index++) {
            arrived.add(new ArrivedEvent(events.get(index), delivery, index + 1L));
        }
        return arrived;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(IN_ORDER)
                    .map(this::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String delivery) {
        return folder.resolve(delivery + SUFFIX);
    }

    private static DeliveryFile read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), DeliveryFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' is no pending delivery".formatted(file), e);
        }
    }

    /** Whole or not at all, and on the disk before the delivery counts as applied. */
    private void write(DeliveryFile delivery) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var draft = folder.resolve(delivery.delivery() + ".new");
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(written(delivery));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                draft, file(delivery.delivery()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] written(DeliveryFile delivery) {
        try {
            return JSON.writeValueAsBytes(delivery);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a pending delivery cannot be written", e);
        }
    }
}
