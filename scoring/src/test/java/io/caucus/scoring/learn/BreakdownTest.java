package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.scoring.calibration.Calibration;
import io.caucus.scoring.calibration.CalibrationRows;
import io.caucus.scoring.calibration.Sigmoid;
import io.caucus.scoring.calibration.VennAbers;
import io.caucus.scoring.model.LearnedModel;
import io.caucus.scoring.train.DrawnRows;
import io.caucus.scoring.train.LogisticTrainer;
import io.caucus.scoring.train.Trainer;
import io.caucus.scoring.train.TrainingRows;
import io.caucus.scoring.train.TreeTrainer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakdownTest {

    private static LearnedScorer scorer(LearnedModel model, Calibration calibration) {
        var columns = IntStream.range(0, DrawnRows.INPUTS)
                .mapToObj(i -> new Encoding.Encoded(
                        "x" + i, i, Column.Type.NUMBER, 0, List.of(), List.of(), new Encoding.Usual(0.2, 0, i + 1)))
                .toList();
        return new LearnedScorer(new Encoding(columns), model, calibration);
    }

    private static LearnedScorer trained(Trainer trainer, long seed) {
        var rows = DrawnRows.of(2000, seed);
        var model = trainer.train(rows);
        var later = DrawnRows.of(1500, seed + 1000);
        return scorer(model, VennAbers.fit(CalibrationRows.independent(margins(model, later), later.success()), 1));
    }

    private static double[] margins(LearnedModel model, TrainingRows rows) {
        return Arrays.stream(rows.values()).mapToDouble(model::margin).toArray();
    }

    private static Prediction predict(LearnedScorer scorer, double... numbers) {
        @Nullable String[] words = new String[numbers.length];
        return scorer.predict(new Question("a", Instant.EPOCH, numbers, words));
    }

    private static void assertAddsUp(LearnedScorer scorer, double[] row) {
        var prediction = predict(scorer, row);

        var breakdown = Breakdown.of(scorer, prediction);

        double logOdds =
                breakdown.shares().stream().mapToDouble(ColumnShare::logOdds).sum();
        double points =
                breakdown.shares().stream().mapToDouble(ColumnShare::points).sum();
        double probability = prediction.told().probability();
        assertThat(breakdown.baseLogOdds() + logOdds).isCloseTo(scorer.model().margin(row), within(1e-9));
        assertThat(points + breakdown.calibrationPoints())
                .isCloseTo(probability - breakdown.baseProbability(), within(1e-9));
        breakdown
                .shares()
                .forEach(share -> assertThat(Math.signum(share.points())).isEqualTo(Math.signum(share.logOdds())));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sharesOfALogisticModelAddUp(long seed) {
        var scorer = trained(new LogisticTrainer(5, seed), seed);

        for (double[] row : DrawnRows.of(300, seed + 100).values()) {
            assertAddsUp(scorer, row);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @EnabledIf(
            value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
            disabledReason = "XGBoost does not load here; install libgomp1")
    void sharesOfTreesAddUp(long seed) {
        var scorer = trained(new TreeTrainer(60, 4, 0.1, seed), seed);

        for (double[] row : DrawnRows.of(300, seed + 100).values()) {
            assertAddsUp(scorer, row);
        }
    }

    @Test
    void aRowFarBeyondAllOthersAddsUp() {
        var rows = DrawnRows.of(2000, 1);
        var scorer = scorer(new LogisticTrainer(5, 1).train(rows), new Sigmoid(0.1, 0.9, 0.01, 0.01, 0));

        for (double far : new double[] {1e3, 1e9, 1e30, -1e30}) {
            var prediction = predict(scorer, far, 1, 0, 0, Double.NaN, 1);
            var breakdown = Breakdown.of(scorer, prediction);
            double points =
                    breakdown.shares().stream().mapToDouble(ColumnShare::points).sum();
            assertThat(breakdown.baseProbability() + points + breakdown.calibrationPoints())
                    .isCloseTo(prediction.told().probability(), within(1e-9));
        }
    }

    @Test
    void theLargestShareComesFirstAndAMissingValueSaysSo() {
        var scorer = trained(new LogisticTrainer(5, 1), 1);

        var shares = Breakdown.of(scorer, predict(scorer, 3, 0.1, 0.1, 0.1, Double.NaN, 1))
                .shares();

        assertThat(shares.getFirst().column()).isEqualTo("x0");
        assertThat(PredictionSentences.of(shares.getFirst())).isEqualTo("x0 is 3, associated with a higher chance.");
        var missing = shares.stream()
                .filter(share -> share.column().equals("x4"))
                .findFirst()
                .orElseThrow();
        assertThat(missing.value()).isEmpty();
        assertThat(PredictionSentences.of(missing)).startsWith("x4 is missing, associated with a ");
    }

    @Test
    void aSentenceSaysAssociatedAndWhatTrainingNeverSaw() {
        assertThat(PredictionSentences.of(new ColumnShare("source", Optional.of("fax"), true, -0.1, -0.01)))
                .isEqualTo("source is fax, which training never saw; to the model that is associated with a lower"
                        + " chance.");
        assertThat(PredictionSentences.of(new ColumnShare("size", Optional.empty(), false, 0, 0)))
                .isEqualTo("size is missing, associated with neither a higher nor a lower chance.");
    }

    @Test
    void whatDoesNotAddUpCannotExist() {
        var share = new ColumnShare("x", Optional.of("1"), false, 0.5, 0.1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breakdown(0, List.of(share), 0.6, 0.6))
                .withMessage("prediction does not add up: log-odds sum to 0.5, must be 0.6 within 1.0E-9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Breakdown(0, List.of(share), 0.5, 0.6))
                .withMessageStartingWith("prediction does not add up: points sum to 0.6, must be 0.62");
    }
}
