package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.scoring.train.LogisticTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentModelsTest {

    private static final String SCHEMA = DrawnTable.SCHEMA
            .replace("source: {type: category}", "source: {role: segment}")
            .replace(", direction: rises", "");

    @TempDir
    private Path folder;

    private static SegmentModels judge(Path file, int least) {
        var table = TableReader.read(file, SchemaFile.parse("leads.yaml", SCHEMA), DrawnTable.NOW);
        var fitting = new Fitting(table.schema(), TimeSplit.of(table), new LogisticTrainer(5, 1), 1);
        int[] places = {0, 1, 2};
        return SegmentModels.of(table, fitting, fitting.fit(places), places, least);
    }

    @Test
    void withTooFewOutcomesTheMostThatOneHasIsTold() throws IOException {
        var judged = judge(DrawnTable.write(folder, 2000, 1, 1), Learner.LEAST_FOR_SEGMENT);

        assertThat(judged.candidates()).isEmpty();
        assertThat(judged.sentence())
                .matches(
                        "No segment earns a model of its own: it takes 2,000 outcomes of the rarer kind in each of two,"
                                + " and the most that one has is \\d{2,3}\\.");
    }

    /** Sources move the chance, and nothing else differs between them: one model tells that as well. */
    @Test
    void segmentsThatOneModelTellsDoNotEarnTheirOwn() throws IOException {
        var judged = judge(DrawnTable.write(folder, 6000, 1, 1), 50);

        assertThat(judged.candidates()).hasSize(4).noneMatch(SegmentModels.Candidacy::isBetter);
        assertThat(judged.sentence()).contains("dynamics differ").endsWith("They do not earn them; one model serves.");
    }

    /** In two sources of four, employees tell the contrary: no line through all of them is right. */
    @Test
    void segmentsInWhichTheSameMeansTheContraryWouldEarnThem() throws IOException {
        var lines = Files.readAllLines(DrawnTable.write(folder, 8000, 3, 1));
        for (int row = 1; row < lines.size(); row++) {
            var cells = lines.get(row).split(",", -1);
            boolean isTurned = cells[5].equals("source-1") || cells[5].equals("source-2");
            double logSize =
                    cells[4].isEmpty() ? Double.NaN : Math.log(Math.max(1, Double.parseDouble(cells[4])) / 100);
            cells[4] = Double.isNaN(logSize) ? "" : Double.toString(isTurned ? -logSize : logSize);
            lines.set(row, String.join(",", cells));
        }

        var judged = judge(Files.write(folder.resolve("turned.csv"), lines), 100);

        assertThat(judged.candidates().stream()
                        .filter(SegmentModels.Candidacy::isBetter)
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(judged.sentence()).endsWith("They would earn them, should a second cycle agree; one model serves.");
    }
}
