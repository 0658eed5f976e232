package io.caucus.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankingTest {

    @Test
    void threeRowsMatchTheHand() {
        var ranking = new Ranking(new double[] {0.9, 0.8, 0.3}, new boolean[] {true, false, true});

        assertThat(ranking.auc(ranking.once())).isEqualTo(0.5);
        assertThat(ranking.averagePrecision(ranking.once())).isCloseTo(5 / 6.0, within(1e-15));
    }

    /** Ten rows, three successes; the best row is one, and two rows tie for the second place, one of them a success. */
    @Test
    void tiesAtTheEdgeOfTheTopCountByTheirMean() {
        var ranking = new Ranking(
                new double[] {9, 8, 8, 4, 4, 4, 3, 2, 1, 0},
                new boolean[] {true, true, false, false, false, false, true, false, false, false});

        assertThat(ranking.lift(0.1, ranking.once())).isCloseTo(1 / 0.3, within(1e-12));
        assertThat(ranking.lift(0.2, ranking.once())).isCloseTo(1.5 / 2 / 0.3, within(1e-12));
    }

    @Test
    void equalScoresSayNothing() {
        var ranking = new Ranking(new double[4], new boolean[] {true, false, false, false});

        assertThat(ranking.auc(ranking.once())).isEqualTo(0.5);
        assertThat(ranking.averagePrecision(ranking.once())).isEqualTo(0.25);
        assertThat(ranking.lift(0.1, ranking.once())).isCloseTo(1, within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aucIsTheShareOfPairsInOrder(long seed) {
        var random = new SplittableRandom(seed);
        double[] score = random.doubles(40).map(x -> Math.floor(x * 15)).toArray();
        boolean[] success = new boolean[40];
        double[] weight = new double[40];
        for (int row = 0; row < 40; row++) {
            success[row] = random.nextInt(3) == 0;
            weight[row] = random.nextInt(4);
        }
        success[0] = true;
        success[1] = false;
        weight[0] = weight[1] = 1;

        double pairs = 0;
        double inOrder = 0;
        for (int a = 0; a < 40; a++) {
            for (int b = 0; b < 40; b++) {
                if (success[a] && !success[b]) {
                    pairs += weight[a] * weight[b];
                    inOrder += weight[a] * weight[b] * (score[a] > score[b] ? 1 : score[a] == score[b] ? 0.5 : 0);
                }
            }
        }
        assertThat(new Ranking(score, success).auc(weight)).isCloseTo(inOrder / pairs, within(1e-12));
    }

    /** For scores without ties: the mean over successes of the precision at each. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void averagePrecisionIsTheMeanPrecisionAtSuccesses(long seed) {
        var random = new SplittableRandom(seed);
        double[] score = random.doubles(40).toArray();
        boolean[] success = new boolean[40];
        for (int row = 0; row < 40; row++) {
            success[row] = row == 0 || random.nextInt(3) == 0;
        }

        double sum = 0;
        int successes = 0;
        for (int row = 0; row < 40; row++) {
            if (success[row]) {
                int above = 0;
                int successesAbove = 0;
                for (int other = 0; other < 40; other++) {
                    above += score[other] >= score[row] ? 1 : 0;
                    successesAbove += score[other] >= score[row] && success[other] ? 1 : 0;
                }
                sum += (double) successesAbove / above;
                successes++;
            }
        }
        var ranking = new Ranking(score, success);
        assertThat(ranking.averagePrecision(ranking.once())).isCloseTo(sum / successes, within(1e-12));
    }

    /** Each row counted at each threshold. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theCurveIsWhatPickingAtEachScoreGives(long seed) {
        var random = new SplittableRandom(seed);
        double[] score = random.doubles(40).map(x -> Math.floor(x * 15)).toArray();
        boolean[] success = new boolean[40];
        for (int row = 0; row < 40; row++) {
            success[row] = row == 0 || random.nextInt(3) == 0;
        }

        var slow = new ArrayList<Ranking.Point>();
        for (double least : Arrays.stream(score)
                .distinct()
                .map(x -> -x)
                .sorted()
                .map(x -> -x)
                .toArray()) {
            double picked = 0;
            double right = 0;
            double successes = 0;
            for (int row = 0; row < 40; row++) {
                picked += score[row] >= least ? 1 : 0;
                right += score[row] >= least && success[row] ? 1 : 0;
                successes += success[row] ? 1 : 0;
            }
            slow.add(new Ranking.Point(picked / 40, right / successes, right / picked));
        }
        assertThat(new Ranking(score, success).curve()).isEqualTo(slow);
    }

    /** Ties are averaged by giving each row the mean of its ties, then cutting the list at whole rows. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRateOfATenthIsTheMeanOverOrdersOfTies(long seed) {
        var random = new SplittableRandom(seed);
        double[] score = random.doubles(40).map(x -> Math.floor(x * 15)).toArray();
        boolean[] success = new boolean[40];
        for (int row = 0; row < 40; row++) {
            success[row] = row == 0 || random.nextInt(3) == 0;
        }
        double[] mean = new double[40];
        for (int row = 0; row < 40; row++) {
            double ties = 0;
            for (int other = 0; other < 40; other++) {
                ties += score[other] == score[row] ? 1 : 0;
                mean[row] += score[other] == score[row] && success[other] ? 1 : 0;
            }
            mean[row] /= ties;
        }
        var bestFirst = IntStream.range(0, 40)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -score[row]))
                .toList();

        var ranking = new Ranking(score, success);
        for (int tenth = 0; tenth < 10; tenth++) {
            double slow = bestFirst.subList(4 * tenth, 4 * tenth + 4).stream()
                            .mapToDouble(row -> mean[row])
                            .sum()
                    / 4;
            assertThat(ranking.rate(tenth / 10.0, (tenth + 1) / 10.0, ranking.once()))
                    .isCloseTo(slow, within(1e-12));
        }
    }
}
