package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class MonthFiguresTest {

    @TempDir
    private Path folder;

    private Learning.Fit learn(int rows) throws IOException {
        var file = DrawnTable.write(folder, rows, 1, 1);
        return Learner.learn(
                        TableReader.read(file, SchemaFile.parse("s.yaml", DrawnTable.SCHEMA), DrawnTable.NOW),
                        false,
                        Ablation.Extent.NEVER,
                        1)
                .fit()
                .orElseThrow();
    }

    @Test
    void everyRowOfAWindowIsInOneMonthOldestFirst() throws IOException {
        var fit = learn(3000);

        assertThat(fit.months()).extracting(MonthFigures::month).isSorted();
        var test = fit.months().stream()
                .filter(month -> month.window().equals("test"))
                .toList();
        assertThat(test.stream().mapToInt(MonthFigures::rows).sum())
                .isEqualTo(fit.judgement().rows());
        assertThat(test.stream().mapToInt(MonthFigures::successes).sum())
                .isEqualTo(fit.judgement().successes());
        double told =
                test.stream().mapToDouble(month -> month.rows() * month.told()).sum()
                        / fit.judgement().rows();
        assertThat(told)
                .isCloseTo(
                        fit.split().test().stream()
                                .mapToDouble(row -> fit.scorer().score(row).probability())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(test).allSatisfy(month -> assertThat(month.groups()).isBetween(month.rows() / 2, month.rows()));
        assertThat(fit.months().getFirst().month()).isEqualTo(YearMonth.of(2025, 1));
    }

    @Test
    void aMonthOfTooFewRowsHasNoFigures() throws IOException {
        var fit = learn(400);

        assertThat(fit.months()).anySatisfy(month -> {
            assertThat(month.rows()).isLessThan(SegmentFigures.LEAST_ROWS);
            assertThat(month.calibrationError()).isNaN();
        });
        assertThat(fit.months()).allSatisfy(month -> {
            int rarer = Math.min(month.successes(), month.rows() - month.successes());
            assertThat(Double.isNaN(month.averagePrecision())).isEqualTo(rarer < SegmentFigures.LEAST_OUTCOMES);
        });
    }
}
