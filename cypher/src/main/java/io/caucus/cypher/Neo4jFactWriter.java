package io.caucus.cypher;

import io.caucus.graphmodel.ImportWriter;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.Fact;
import io.caucus.graphmodel.fact.SourceRecord;
import io.caucus.graphmodel.stream.StaleOffset;
import io.caucus.graphmodel.stream.StreamMove;
import io.caucus.graphmodel.stream.StreamPartition;
import io.caucus.graphmodel.stream.StreamWriter;
import io.caucus.graphmodel.time.FactTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.neo4j.driver.Record;

/**
 * Writes a batch in one transaction: first the ledger says which source records are new, then their facts are merged. A batch from
 * a stream moves its offset before that.
 *
 * <p>{@code UNWIND … MERGE … ON CREATE} counts what stands twice in one batch twice, so duplicates are taken out before; and
 * batches sorted by key lock in the same order, so that writers do not wait for each other in a circle. What is merged and was
 * there is locked before anything of it is read, by setting its key to what it is: else the older of two tellings that come at
 * once could be the one that stays.
 */
final class Neo4jFactWriter implements ImportWriter, StreamWriter {

    private static final NamedStatement LEDGER = NamedStatement.load("write/ledger");
    private static final NamedStatement MOVE = NamedStatement.load("write/stream-offset");
    private static final NamedStatement OFFSET = NamedStatement.load("stream/offset");
    private static final NamedStatement CHECKPOINT = NamedStatement.load("imports/checkpoint");
    private static final NamedStatement KEEP_CHECKPOINT = NamedStatement.load("imports/keep-checkpoint");
    private static final NamedStatement END = NamedStatement.load("imports/end");

    private final Transactions transactions;
    private final InstantSource clock;

    Neo4jFactWriter(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Written write(String batchId, List<SourcedFacts> batch) {
        var distinct = distinct(batch);
        if (distinct.isEmpty()) {
            return new Written(Set.of(), 0);
        }
        var fresh = transactions.write(Transactions.IN_BULK, statements -> writeFresh(statements, batchId, distinct));
        return new Written(fresh, batch.size() - fresh.size());
    }

    @Override
    public Written write(String batchId, List<SourcedFacts> batch, Function<Written, String> checkpoint) {
        var attempts = new Attempts(batchId, batch, checkpoint);
        return transactions.write(Transactions.IN_BULK, attempts::next);
    }

    /**
     * The driver tries again when the answer to a commit is lost, and would find everything written before. Whether it was this
     * batch that did it, the checkpoint tells.
     */
    private final class Attempts {

        private final String batchId;
        private final List<SourcedFacts> batch;
        private final Function<Written, String> checkpoint;
        private Optional<Written> last = Optional.empty();

        private Attempts(String batchId, List<SourcedFacts> batch, Function<Written, String> checkpoint) {
            this.batchId = batchId;
            this.batch = batch;
            this.checkpoint = checkpoint;
        }

        private Written next(Transactions.Statements statements) {
            if (last.isPresent() && isKept(statements, checkpoint.apply(last.get()))) {
                return last.get();
            }
            var fresh = writeFresh(statements, batchId, distinct(batch));
            var written = new Written(fresh, batch.size() - fresh.size());
            statements.run(KEEP_CHECKPOINT, Map.of("batchId", batchId, "checkpoint", checkpoint.apply(written)));
            last = Optional.of(written);
            return written;
        }

        private boolean isKept(Transactions.Statements statements, String expected) {
            var kept = only(statements.run(CHECKPOINT, Map.of("batchId", batchId)));
            return kept.equals(Optional.of(expected));
        }
    }

    @Override
    public Optional<String> checkpoint(String batchId) {
        return only(transactions.read(Transactions.WHILE_ONE_WAITS, CHECKPOINT, Map.of("batchId", batchId)));
    }

    private static Optional<String> only(List<Record> rows) {
        return rows.stream().map(row -> row.get("checkpoint").asString()).findFirst();
    }

    @Override
    public void end(String batchId) {
        transactions.write(Transactions.WHILE_ONE_WAITS, statements -> statements.run(END, Map.of("batchId", batchId)));
    }

    @Override
    public Written write(String batchId, List<SourcedFacts> batch, StreamMove move) {
        var distinct = distinct(batch);
        var fresh = transactions.write(Transactions.IN_BULK, statements -> {
            move(statements, move);
            return distinct.isEmpty() ? Set.<SourceRecord>of() : writeFresh(statements, batchId, distinct);
        });
        return new Written(fresh, batch.size() - fresh.size());
    }

    @Override
    public OptionalLong findNext(StreamPartition partition) {
        return transactions.read(Transactions.IN_BULK, OFFSET, Map.of("streamOffsetId", partition.key())).stream()
                .mapToLong(row -> row.get("next").asLong())
                .findFirst();
    }

    private void move(Transactions.Statements statements, StreamMove move) {
        var partition = move.partition();
        var parameters = Map.<String, Object>of(
                "streamOffsetId", partition.key(),
                "topic", partition.topic(),
                "partition", partition.number(),
                "from", move.from(),
                "to", move.to(),
                "at", Clocks.inCypher(clock.instant()));
        long actual = statements.run(MOVE, parameters).getFirst().get("before").asLong();
        if (actual != move.from()) {
            throw new StaleOffset(move, actual);
        }
    }

    private static List<SourcedFacts> distinct(List<SourcedFacts> batch) {
        var distinct = new TreeMap<String, SourcedFacts>();
        batch.forEach(sourced -> distinct.putIfAbsent(sourced.source().key(), sourced));
        return List.copyOf(distinct.values());
    }

    private Set<SourceRecord> writeFresh(
            Transactions.Statements statements, String batchId, List<SourcedFacts> distinct) {
        var fresh = fresh(statements, batchId, distinct);
        var rows = FactRows.of(fresh);
        for (FactStatement statement : FactStatement.values()) {
            rows.rounds(statement).forEach(round -> statements.run(statement.statement(), Map.of("given.rows", round)));
        }
        var written = new HashSet<SourceRecord>();
        fresh.forEach(sourced -> written.add(sourced.source()));
        return written;
    }

    private List<SourcedFacts> fresh(Transactions.Statements statements, String batchId, List<SourcedFacts> distinct) {
        var entries = new ArrayList<Map<String, Object>>();
        distinct.forEach(sourced -> entries.add(ledgerEntry(sourced)));
        var keys = new HashSet<String>();
        statements
                .run(LEDGER, Map.of("batchId", batchId, "at", Clocks.inCypher(clock.instant()), "given.rows", entries))
                .forEach(row -> keys.add(row.get("sourceRecordId").asString()));
        return distinct.stream()
                .filter(sourced -> keys.contains(sourced.source().key()))
                .toList();
    }

    private static Map<String, Object> ledgerEntry(SourcedFacts sourced) {
        var source = sourced.source();
        var entry = new TreeMap<String, Object>(Map.of(
                "sourceRecordId", source.key(),
                "source", source.source(),
                "type", source.type(),
                "nativeId", source.nativeId(),
                "contentHash", source.contentHash(),
                "file", source.file(),
                "line", source.line()));
        sourced.facts().stream()
                .map(Fact::time)
                .map(FactTime::knownAt)
                .max(Comparator.<Instant>naturalOrder())
                .ifPresent(knownAt -> entry.put("knownAt", Clocks.inCypher(knownAt)));
        return entry;
    }
}
