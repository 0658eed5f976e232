package io.caucus.scoring.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition.Unit;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.LogOdds;
import io.caucus.scoring.Replay;
import io.caucus.scoring.RuleModel;
import io.caucus.scoring.Tier;
import io.caucus.scoring.calibration.Sigmoid;
import io.caucus.scoring.learn.Column;
import io.caucus.scoring.learn.Encoding;
import io.caucus.scoring.learn.LearnedAccountScorer;
import io.caucus.scoring.learn.LearnedScorer;
import io.caucus.scoring.learn.Reference;
import io.caucus.scoring.learn.TrainedModel;
import io.caucus.scoring.model.LogisticModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Explanations of a calibrated model that reads every number of the catalogue, with weights written down rather than learned. */
class LearnedModelTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();
    private static final Method LEARNED = new Method(CATALOGUE, scorer());

    private static LearnedAccountScorer scorer() {
        var columns = new ArrayList<Encoding.Encoded>();
        for (var feature : CATALOGUE.definitions()) {
            boolean isInput = !feature.family().equals("record");
            boolean isWord = feature.unit() == Unit.CATEGORY;
            if (isInput && !isWord) {
                columns.add(new Encoding.Encoded(
                        feature.id(),
                        columns.size(),
                        Column.Type.NUMBER,
                        0,
                        List.of(),
                        List.of(),
                        new Encoding.Usual(0.1, 1, 2)));
            }
        }
        double[] mean = new double[columns.size()];
        double[] scale = new double[mean.length];
        double[] weight = new double[mean.length];
        double[] whenMissing = new double[mean.length];
        Arrays.fill(scale, 5);
        for (int input = 0; input < mean.length; input++) {
            weight[input] = input % 3 == 0 ? -0.1 : 0.2;
            whenMissing[input] = input % 2 == 0 ? 0.05 : -0.05;
        }
        var model = new TrainedModel(
                "an account converts",
                Duration.ofDays(90),
                Tier.POOLED,
                new LearnedScorer(
                        new Encoding(columns),
                        new LogisticModel(-1, mean, scale, weight, whenMissing),
                        new Sigmoid(-0.4, 0.7, 0.01, 0.01, 0)),
                new TrainedModel.Origin(Instant.EPOCH, Duration.ZERO, 0.5, new Reference(1, 1, List.of())));
        return LearnedAccountScorer.of(
                "model-0", model, CATALOGUE, RuleModel.shipped().bands());
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private static ScoreDifference.Split split(long seed, Method before) {
        return (ScoreDifference.Split)
                ScoreDifference.between(Worlds.known(seed, Worlds.then(seed)), before, Worlds.now(seed), LEARNED);
    }

    private static boolean hasSplit(long seed, Method before) {
        return ScoreDifference.between(Worlds.known(seed, Worlds.then(seed)), before, Worlds.now(seed), LEARNED)
                instanceof ScoreDifference.Split;
    }

    @Test
    void mostRandomAccountsHaveTwoScoresToCompare() {
        assertThat(seeds().filter(seed -> hasSplit(seed, LEARNED)).count()).isGreaterThan(25);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shiftsAndCalibrationTogetherAreTheWholeDifference(long seed) {
        for (Method before : List.of(LEARNED, Worlds.SHIPPED)) {
            if (hasSplit(seed, before)) {
                var split = split(seed, before);
                double points = 0;
                double logOdds = 0;
                for (ScoreStep step : split.steps().values()) {
                    points += step.basePoints() + step.calibrationPoints();
                    logOdds += step.baseLogOdds();
                    for (Shift shift : step.shifts()) {
                        points += shift.points();
                        logOdds += shift.logOdds();
                    }
                }

                assertThat(points)
                        .isCloseTo(split.after().probability() - split.before().probability(), within(1e-12));
                assertThat(logOdds)
                        .isCloseTo(modelsLogOdds(split.after()) - modelsLogOdds(split.before()), within(1e-9));
            }
        }
    }

    private static double modelsLogOdds(Assessment.Score score) {
        return score.calibration().map(step -> step.logOdds()).orElse(LogOdds.of(score.probability()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fromRulesToALearnedModelOnlyTheModelsStepCalibrates(long seed) {
        if (hasSplit(seed, Worlds.SHIPPED)) {
            var split = split(seed, Worlds.SHIPPED);

            split.steps().forEach((cause, step) -> {
                if (cause == Cause.MODEL) {
                    assertThat(step.calibrationPoints()).isEqualTo(split.after().calibrationPoints());
                } else {
                    assertThat(step.calibrationPoints()).isZero();
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothEndsReplayToTheSameBits(long seed) {
        if (hasSplit(seed, LEARNED)) {
            var split = split(seed, LEARNED);

            assertThat(Replay.replay(Replay.keep(split.valuesBefore(), split.before(), List.of()), LEARNED.scorer()))
                    .isEqualTo(split.before());
            assertThat(Replay.replay(Replay.keep(split.valuesAfter(), split.after(), List.of()), LEARNED.scorer()))
                    .isEqualTo(split.after());
        }
    }

    @Test
    void whatIfTellsTheStepOfCalibrationApart() {
        var change = new Change.AddMeeting(new Change.Somebody.OfFunction(JobFunction.FINANCE), Optional.empty());

        var answer = WhatIf.suppose(List.of(change), Worlds.now(1), LEARNED, PastCases.NOT_KNOWN);

        var step = answer.step().orElseThrow();
        double points = step.calibrationPoints();
        for (Shift shift : step.shifts()) {
            points += shift.points();
        }
        assertThat(step.calibrationPoints()).isNotZero();
        assertThat(points).isCloseTo(step.points(), within(1e-12));
    }

    /** With every number of the catalogue as an input, all sets of three would be millions. */
    @Test
    void aModelOfManyInputsIsAskedOnlyAboutTheDozenThatLiftItMost() {
        var low = values(Worlds.now(1), 0);
        var peers = new ArrayList<FeatureVector>();
        for (int peer = 0; peer < 300; peer++) {
            peers.add(values(Worlds.now(1), 1 + peer % 9));
        }

        var why = WhyNot.of(low, LEARNED.scorer(), "high", PeerValues.of(peers));

        assertThat(LEARNED.scorer().inputs()).hasSizeGreaterThan(5 * WaysUp.MOST_FEATURES);
        assertThat(why).isInstanceOf(WhyNot.Below.class);
        var way = ((WhyNot.Below) why).smallest();
        way.ifPresent(found -> assertThat(found.probability())
                .isGreaterThanOrEqualTo(LEARNED.scorer().bands().named("high").from()));
    }

    private static FeatureVector values(Known known, double amount) {
        var values = new TreeMap<String, FeatureValue>();
        LEARNED.scorer().inputs().forEach(input -> values.put(input, FeatureValue.of(amount)));
        return new FeatureVector(known.history().account().id(), known.history().asOf(), CATALOGUE.version(), values);
    }
}
