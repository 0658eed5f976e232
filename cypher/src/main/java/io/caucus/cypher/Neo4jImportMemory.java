package io.caucus.cypher;

import io.caucus.graphmodel.quality.ColumnType;
import io.caucus.graphmodel.quality.FinishedImport;
import io.caucus.graphmodel.quality.ImportMemory;
import io.caucus.graphmodel.quality.JudgedExpectation;
import io.caucus.graphmodel.quality.LastJudged;
import io.caucus.graphmodel.quality.SeenColumn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Kept as properties of the import's batch, lists side by side, since a property holds no records. */
final class Neo4jImportMemory implements ImportMemory {

    private static final NamedStatement KEEP = NamedStatement.load("quality/keep-import");
    private static final NamedStatement LAST_COLUMNS = NamedStatement.load("quality/last-columns");
    private static final NamedStatement LAST_JUDGED = NamedStatement.load("quality/last-judged");

    private final Transactions transactions;

    private final InstantSource clock;

    Neo4jImportMemory(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void keep(FinishedImport finished) {
        var parameters = Map.<String, Object>of(
                "batchId", finished.batchId(),
                "source", finished.source(),
                "finishedAt", Clocks.inCypher(clock.instant()),
                "columns", columns(finished.columns()),
                "expectations", expectations(finished.expectations()));
        transactions.write(Transactions.IN_BULK, statements -> statements.run(KEEP, parameters));
    }

    private static Map<String, Object> columns(List<SeenColumn> columns) {
        return Map.of(
                "files", list(columns, SeenColumn::file),
                "names", list(columns, SeenColumn::name),
                "types", list(columns, column -> column.type().name()));
    }

    private static Map<String, Object> expectations(List<JudgedExpectation> expectations) {
        return Map.of(
                "files", list(expectations, JudgedExpectation::file),
                "records", list(expectations, JudgedExpectation::record),
                "columns", list(expectations, JudgedExpectation::column),
                "rules", list(expectations, JudgedExpectation::rule),
                "judged", list(expectations, JudgedExpectation::judged),
                "failed", list(expectations, JudgedExpectation::failed),
                "met", list(expectations, JudgedExpectation::met),
                "lines", list(expectations, judged -> inText(judged.lines())));
    }

    private static <T, V> List<V> list(List<T> things, Function<T, V> part) {
        return things.stream().map(part).toList();
    }

    /** A list within a list is no property. */
    private static String inText(List<Long> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> lines(String inText) {
        return Stream.of(inText.split(",", -1))
                .filter(line -> !line.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    @Override
    public List<SeenColumn> lastColumns(String source) {
        return transactions.read(Transactions.IN_BULK, LAST_COLUMNS, Map.of("source", source)).stream()
                .map(row -> new SeenColumn(
                        row.get("file").asString(),
                        row.get("name").asString(),
                        ColumnType.valueOf(row.get("type").asString())))
                .toList();
    }

    private record Batch(String id, String source, Instant finishedAt) {}

    @Override
    public List<LastJudged> lastJudged(Optional<String> source) {
        var judged = new LinkedHashMap<Batch, List<JudgedExpectation>>();
        var asked = Map.of("source", source.orElse(""));
        for (var row : transactions.read(Transactions.WHILE_ONE_WAITS, LAST_JUDGED, asked)) {
            judged.computeIfAbsent(batch(row), first -> new ArrayList<>()).add(judged(row.get("expectation")));
        }
        return judged.entrySet().stream()
                .map(entry -> new LastJudged(
                        entry.getKey().id(),
                        entry.getKey().source(),
                        entry.getKey().finishedAt(),
                        entry.getValue()))
                .toList();
    }

    private static Batch batch(Record row) {
        return new Batch(
                row.get("batchId").asString(), row.get("source").asString(), Clocks.instant(row.get("finishedAt")));
    }

    private static JudgedExpectation judged(Value map) {
        return new JudgedExpectation(
                map.get("file").asString(),
                map.get("record").asString(),
                map.get("column").asString(),
                map.get("rule").asString(),
                map.get("judged").asLong(),
                map.get("failed").asLong(),
                map.get("met").asBoolean(),
                lines(map.get("lines").asString()));
    }
}
