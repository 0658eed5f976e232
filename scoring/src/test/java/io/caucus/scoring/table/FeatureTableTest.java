package io.caucus.scoring.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.Peers;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.testkit.RandomWorlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTableTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();

    /** More than one batch of an Arrow file. */
    private static final int ROWS = 5_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anArrowFileReadsBackToTheSameBits() throws IOException {
        var rows = rows(ROWS);
        var file = write("table.arrow", rows);

        assertThat(readArrow(file)).isEqualTo(cells(rows));
    }

    @Test
    void aTableToLearnFromHasFurtherCellsBeforeTheFeatures() throws IOException {
        var row = rows(1).getFirst();
        var file = folder.resolve("training.csv");

        try (var table =
                FeatureTable.createForModels(file, List.of("outcomeAt", "daysToClose"), CATALOGUE.definitions())) {
            table.add(row, List.of("2026-10-05T10:00:00Z", "-6.5"));
            table.add(row, List.of("", "-6.5+cmd"));
            table.complete();
        }
        var lines = Files.readAllLines(file);

        assertThat(lines.getFirst()).startsWith("accountId,asOf,catalogueVersion,outcomeAt,daysToClose,champion.");
        assertThat(cellsOf(lines.get(1))).containsExactly("2026-10-05T10:00:00Z", "-6.5");
        assertThat(cellsOf(lines.get(2))).as("no formula").containsExactly("", "'-6.5+cmd");
    }

    private static List<String> cellsOf(String line) {
        return List.of(line.split(",", -1)).subList(3, 5);
    }

    @Test
    void aTableToLearnFromIsCsv() {
        var file = folder.resolve("training.arrow");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.createForModels(file, List.of(), CATALOGUE.definitions()))
                .withMessageContaining("must end in .csv, for that is what models read");
    }

    @Test
    void aCsvFileSaysTheSameAsTheArrowFile() throws IOException {
        var rows = rows(200);
        var text = Files.readAllLines(write("table.csv", rows));

        assertThat(text.getFirst()).startsWith("accountId,asOf,catalogueVersion,champion.");
        assertThat(text.subList(1, text.size()))
                .isEqualTo(cells(rows).stream()
                        .map(row -> String.join(
                                ",",
                                row.stream()
                                        .map(cell -> cell == null ? "" : cell.toString())
                                        .toList()))
                        .toList());
    }

    @Test
    void aKeyThatASpreadsheetWouldRunIsMadeHarmless() throws IOException {
        var row = rows(1).getFirst();
        var dangerous = new FeatureVector(new AccountId("=cmd|calc"), row.asOf(), row.catalogueVersion(), row.values());

        assertThat(Files.readAllLines(write("table.csv", List.of(dangerous))).get(1))
                .startsWith("'=cmd|calc,");
    }

    @Test
    void aFileThatWasNotCompletedIsNotThere() {
        var file = folder.resolve("table.csv");

        try (var table = FeatureTable.create(file, CATALOGUE.definitions())) {
            table.add(rows(1).getFirst());
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEndingThatStandsForNoFormIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.create(Path.of("table.xlsx"), List.of()))
                .withMessage("table file 'table.xlsx' must end in one of .arrow, .csv");
    }

    private Path write(String name, List<FeatureVector> rows) {
        var file = folder.resolve(name);
        try (var table = FeatureTable.create(file, CATALOGUE.definitions())) {
            rows.forEach(table::add);
            table.complete();
            assertThat(table.count()).isEqualTo(rows.size());
        }
        return file;
    }

    private static List<FeatureVector> rows(int count) {
        var some = LongStream.rangeClosed(1, Math.min(count, 100))
                .mapToObj(seed -> CATALOGUE.compute(RandomWorlds.history(seed), Peers.NONE))
                .toList();
        var rows = new ArrayList<FeatureVector>();
        for (int row = 0; row < count; row++) {
            rows.add(some.get(row % some.size()));
        }
        return rows;
    }

    /** What a reader has to find: text for keys, instants and categories, numbers as they are, null where missing. */
    private static List<List<@Nullable Object>> cells(List<FeatureVector> rows) {
        return rows.stream().map(FeatureTableTest::cells).toList();
    }

    private static List<@Nullable Object> cells(FeatureVector row) {
        var cells = new ArrayList<@Nullable Object>(
                List.of(row.account().value(), row.asOf().toString(), row.catalogueVersion()));
        for (FeatureDefinition column : CATALOGUE.definitions()) {
            cells.add(
                    switch (row.get(column.id())) {
                        case FeatureValue.Quantity quantity -> quantity.amount();
                        case FeatureValue.Category category -> category.name();
                        case FeatureValue.Missing missing -> null;
                    });
        }
        return cells;
    }

    private static List<List<@Nullable Object>> readArrow(Path file) throws IOException {
        var rows = new ArrayList<List<@Nullable Object>>();
        try (var memory = new RootAllocator();
                var channel = Files.newByteChannel(file);
                var reader = new ArrowFileReader(channel, memory)) {
            while (reader.loadNextBatch()) {
                var batch = reader.getVectorSchemaRoot();
                for (int row = 0; row < batch.getRowCount(); row++) {
                    rows.add(cells(batch, row));
                }
            }
        }
        return rows;
    }

    private static List<@Nullable Object> cells(VectorSchemaRoot batch, int row) {
        var cells = new ArrayList<@Nullable Object>();
        for (var column : batch.getFieldVectors()) {
            var cell = column.getObject(row);
            cells.add(
                    cell == null || cell instanceof Double
                            ? cell
                            : cell instanceof Long millis
                                    ? Instant.ofEpochMilli(millis).toString()
                                    : cell.toString());
        }
        return cells;
    }
}
