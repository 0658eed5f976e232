package io.caucus.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import io.caucus.scoring.learn.Learning;
import io.caucus.scoring.learn.LearningTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Beside a count by hand over the test rows. */
@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class NewestTest {

    private static final int CHANNEL = 1;
    private static final int TOWN = 2;

    @TempDir
    private static Path folder;

    private static Learning.Fit fit;
    private static Newest newest;
    private static List<LearningTable.Row> bestFirst;

    @BeforeAll
    static void learn() throws IOException {
        var leads = Leads.write(folder, 4000, 1, 1);
        fit = leads.learn().fit().orElseThrow();
        newest = new Newest(fit, 1);
        bestFirst = fit.split().test().stream()
                .sorted(Comparator.comparingDouble(row -> -fit.scorer().margin(row)))
                .toList();
    }

    @Test
    void theBestTenthIsPicked() {
        int tenth = (int) Math.ceil(bestFirst.size() / 10.0);
        long right = bestFirst.subList(0, tenth).stream()
                .filter(LearningTable.Row::success)
                .count();

        var all = newest.all();

        assertThat(all.picked()).isEqualTo(tenth);
        assertThat(all.pickedSuccesses()).isEqualTo((int) right);
        assertThat(all.precision().orElseThrow().value()).isEqualTo((double) right / tenth);
        assertThat(all.recall().orElseThrow().value()).isEqualTo((double) right / all.successes());
        assertThat(newest.tenths().getFirst().value()).isCloseTo((double) right / tenth, within(0.02));
        assertThat(newest.liftOfPick().value()).isEqualTo(fit.judgement().liftAtTop());
    }

    @Test
    void everyRowIsInOneBandAndInOneSegment() {
        var bands = newest.byAmount();
        var segments = newest.byWord(CHANNEL);

        assertThat(bands)
                .extracting(Newest.Part::name)
                .containsExactly("0–10K", "10–50K", "50–100K", "100K+", "not known");
        assertThat(segments).extracting(Newest.Part::name).containsExactlyInAnyOrderElementsOf(Leads.CHANNELS);
        for (List<Newest.Part> parts : List.of(bands, segments)) {
            assertThat(parts.stream().mapToInt(Newest.Part::rows).sum()).isEqualTo(newest.size());
            assertThat(parts.stream().mapToInt(Newest.Part::successes).sum())
                    .isEqualTo(newest.all().successes());
            assertThat(parts.stream().mapToInt(Newest.Part::picked).sum())
                    .isEqualTo(newest.all().picked());
        }
        long small = bestFirst.stream().filter(row -> row.amount() < 10_000).count();
        assertThat(bands.getFirst().rows()).isEqualTo((int) small);
    }

    @Test
    void manyWordsAreToldTogether() {
        var towns = newest.byWord(TOWN);

        assertThat(towns).hasSize(Newest.MOST_WORDS + 1);
        assertThat(towns.getLast().name()).isEqualTo("25 others");
        assertThat(towns.stream().mapToInt(Newest.Part::rows).sum()).isEqualTo(newest.size());
        assertThat(towns.subList(0, Newest.MOST_WORDS))
                .extracting(Newest.Part::rows)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aShareOfTooFewIsNotTold() {
        var few = newest.byAmount().getFirst();

        assertThat(few.picked()).isLessThan(Newest.LEAST_PICKED);
        assertThat(few.precision()).isEmpty();
    }

    /** Two rows make a group here: a share is as sure as one of half as many rows. */
    @Test
    void groupsAreWitnessesNotRows() {
        Interval share = newest.share(0.3, 100);

        assertThat(share.low()).isCloseTo(0.1909, within(0.005));
        assertThat(share.high()).isCloseTo(0.4375, within(0.005));
    }

    @Test
    void figuresThatLearningAlsoKeepsAreTheSame() {
        assertThat(newest.logLoss().value()).isEqualTo(fit.judgement().logLoss());
        assertThat(newest.brier().value()).isCloseTo(fit.judgement().brier().score(), within(1e-12));
        assertThat(newest.rate())
                .isEqualTo(
                        (double) fit.judgement().successes() / fit.judgement().rows());
        assertThat(newest.logLoss().low()).isLessThan(newest.logLoss().value());
        assertThat(newest.logLoss().high()).isGreaterThan(newest.logLoss().value());
    }

    @Test
    void aSegmentsBinsHoldItsRows() {
        for (Newest.Part segment : newest.byWord(CHANNEL)) {
            var bins = newest.bins(CHANNEL, segment.name());

            assertThat(bins.stream().mapToInt(bin -> bin.rows()).sum()).isEqualTo(segment.rows());
            assertThat(bins)
                    .allSatisfy(bin -> assertThat(bin.rows()).isGreaterThanOrEqualTo(Newest.ROWS_OF_A_BIN - 10));
        }
    }

    @Test
    void successesOfHandRaisersThatAreNotPickedAreMissed() {
        int tenth = (int) Math.ceil(bestFirst.size() / 10.0);
        long missed = bestFirst.subList(tenth, bestFirst.size()).stream()
                .filter(row -> row.handRaiser() && row.success())
                .count();

        var raised = fit.handRaisers().orElseThrow();

        assertThat(raised.missed()).isEqualTo((int) missed);
        assertThat(raised.rows())
                .isEqualTo((int)
                        bestFirst.stream().filter(LearningTable.Row::handRaiser).count())
                .isEqualTo((int) bestFirst.stream()
                        .filter(row -> Integer.parseInt(row.id().substring(5)) % 4 == 0)
                        .count());
        assertThat(raised.share().orElseThrow().value()).isEqualTo((double) missed / raised.successes());
        assertThat(raised.isAlarm()).isTrue();
        assertThat(raised.sentence()).endsWith("more than the 3 % allowed: ALARM.");
    }

    @Test
    void theLineOfConfidenceCutsTheRowsInTwo() {
        var line = fit.confidenceLine();
        var below = bestFirst.stream()
                .filter(row -> fit.scorer().predict(row.question()).confidence() < 70)
                .toList();

        assertThat(line.below().rows()).isEqualTo(below.size()).isPositive();
        assertThat(line.below().successes()).isEqualTo((int)
                below.stream().filter(LearningTable.Row::success).count());
        assertThat(line.below().rows() + line.above().rows()).isEqualTo(newest.size());
    }
}
