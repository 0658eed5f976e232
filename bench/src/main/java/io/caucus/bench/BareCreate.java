package io.caucus.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.EntityKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Driver;

/**
 * The limit for writing events: the very nodes, properties and relationships that Caucus leaves behind, by {@code UNWIND … CREATE}
 * alone. It asks for nothing that was there before but the ends of its relationships, so an event told twice is there twice; and it
 * sorts by account, as Caucus does, so that writers do not wait for each other in a circle.
 */
final class BareCreate {

    private static final String STATEMENT = statement();
    private static final DateTimeFormatter NINE_DIGITS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private final Driver driver;
    private final String batchId;
    private final ZonedDateTime ingestedAt;

    /** @param batchId an import batch that exists */
    BareCreate(Driver driver, String batchId, Instant ingestedAt) {
        this.driver = driver;
        this.batchId = batchId;
        this.ingestedAt = ingestedAt.atZone(ZoneOffset.UTC);
    }

    void write(List<SourcedFacts> batch) {
        var rows = batch.stream()
                .map(BareCreate::row)
                .sorted(Comparator.comparing(row -> String.valueOf(row.get("accountId"))))
                .toList();
        var parameters = Map.of("rows", rows, "batchId", batchId, "ingestedAt", ingestedAt);
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(
                    transaction -> transaction.run(STATEMENT, parameters).consume());
        }
    }

    private static Map<String, Object> row(SourcedFacts sourced) {
        var source = sourced.source();
        var engagement = (Engagement) sourced.facts().getFirst();
        var occurredAt = engagement.time().occurredAt().atZone(ZoneOffset.UTC);
        var record = Map.of(
                "sourceRecordId", source.key(),
                "source", source.source(),
                "type", source.type(),
                "nativeId", source.nativeId(),
                "contentHash", source.contentHash(),
                "file", source.file(),
                "line", source.line(),
                "knownAt", occurredAt);
        var event = Map.of(
                "engagementId", engagement.id().value(),
                "kind", engagement.kind().name(),
                "side", engagement.side().name(),
                "occurredAt", occurredAt,
                "knownAt", occurredAt,
                "version", version(engagement.time().occurredAt(), source.key()));
        var row = new HashMap<String, Object>(Map.of("record", record, "event", event));
        row.put("accountId", engagement.account().value());
        row.put("performedBy", keys(engagement.performedBy()));
        row.put("addressedTo", keys(engagement.addressedTo()));
        row.put("users", keys(engagement.users()));
        return row;
    }

    /** As Caucus writes it, so that it weighs the same. */
    private static String version(Instant instant, String sourceRecordId) {
        var sortable = NINE_DIGITS.format(instant);
        return "%s|%s|0|%s".formatted(sortable, sortable, sourceRecordId);
    }

    private static List<String> keys(List<? extends EntityKey> ids) {
        return ids.stream().map(EntityKey::value).toList();
    }

    private static String statement() {
        try (var stream = BareCreate.class.getResourceAsStream("/bench/bare-create.cypher")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
