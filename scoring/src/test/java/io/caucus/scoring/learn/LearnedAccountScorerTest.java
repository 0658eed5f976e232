package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.assessment.KeptAssessment.Result.Scored;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.CalibrationStep;
import io.caucus.scoring.Contribution;
import io.caucus.scoring.NoScoreReason;
import io.caucus.scoring.Replay;
import io.caucus.scoring.RuleModel;
import io.caucus.scoring.Sentences;
import io.caucus.scoring.Tier;
import io.caucus.scoring.calibration.Sigmoid;
import io.caucus.scoring.model.BoostedTrees;
import io.caucus.scoring.model.LogisticModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two models trained on drawn accounts, one of which came out logistic and the other as trees, score the accounts they learned from. */
@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class LearnedAccountScorerTest {

    private static final RuleModel RULES = RuleModel.shipped();

    enum Kind {
        LOGISTIC,
        TREES
    }

    /** A model, the scorer made of it, and what it learned from. */
    private record Trained(Path folder, TrainedModel model, LearnedAccountScorer scorer, DrawnAccounts drawn) {}

    @TempDir
    static Path folder;

    private static final Map<Kind, Trained> TRAINED = new HashMap<>();

    @BeforeAll
    static void train() throws Exception {
        var additive = Files.createDirectories(folder.resolve("additive"));
        var crossed = Files.createDirectories(folder.resolve("crossed"));
        TRAINED.put(Kind.LOGISTIC, trained(DrawnAccounts.in(additive, DrawnAccounts::additive, 1), additive));
        TRAINED.put(Kind.TREES, trained(DrawnAccounts.in(crossed, DrawnAccounts::crossed, 2), crossed));
    }

    private static Trained trained(DrawnAccounts drawn, Path out) {
        var model = drawn.train(out);
        var read = ModelFolder.read(model);
        return new Trained(
                model,
                read,
                LearnedAccountScorer.of(ModelFolder.name(model), read, DrawnAccounts.CATALOGUE, RULES.bands()),
                drawn);
    }

    private static Trained get(Kind kind) {
        return Objects.requireNonNull(TRAINED.get(kind));
    }

    private static Assessment.Score score(LearnedAccountScorer scorer, FeatureVector values) {
        return (Assessment.Score) scorer.score(values);
    }

    private static FeatureVector with(FeatureVector values, String feature, FeatureValue value) {
        var changed = new TreeMap<>(values.values());
        changed.put(feature, value);
        return new FeatureVector(values.account(), values.asOf(), values.catalogueVersion(), changed);
    }

    /** Else the laws below would hold of one kind of model only. */
    @Test
    void oneModelIsLogisticAndTheOtherTrees() {
        assertThat(get(Kind.LOGISTIC).model().scorer().model()).isInstanceOf(LogisticModel.class);
        assertThat(get(Kind.TREES).model().scorer().model()).isInstanceOf(BoostedTrees.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyRowOfTheTableHasTheProbabilityThatPredictTellsToTheBit(Kind kind) {
        var trained = get(kind);
        var told = Predictor.predict(
                        trained.folder(),
                        trained.drawn().table(),
                        trained.drawn().schema())
                .rows();

        assertThat(told).hasSameSizeAs(trained.drawn().rows()).hasSizeGreaterThan(2000);
        for (int row = 0; row < told.size(); row++) {
            var score = score(trained.scorer(), trained.drawn().rows().get(row));
            assertThat(List.of(score.probability(), score.low(), score.high()))
                    .isEqualTo(List.of(
                            told.get(row).told().probability(),
                            told.get(row).told().low(),
                            told.get(row).told().high()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void baseAndContributionsAreTheModelsLogOddsAndPointsWithCalibrationTheDistanceFromTheBase(Kind kind) {
        var trained = get(kind);
        var opened = Predictor.open(trained.folder(), trained.drawn().schema());
        var rows = TableReader.readQuestions(
                        trained.drawn().table(),
                        opened.schema(),
                        trained.scorer().inputs())
                .rows();
        var model = opened.model().scorer();

        for (int row = 0; row < rows.size(); row += 7) {
            var score = score(trained.scorer(), trained.drawn().rows().get(row));
            double margin = model.model().margin(model.encoding().encode(rows.get(row)));
            double logOdds = score.baseLogOdds();
            double points = score.calibration().orElseThrow().points();
            for (Contribution share : score.contributions()) {
                logOdds += share.logOdds();
                points += share.points();
            }
            assertThat(logOdds).isCloseTo(margin, within(1e-9));
            assertThat(score.calibration().orElseThrow().logOdds()).isEqualTo(margin);
            assertThat(points).isCloseTo(score.probability() - score.baseProbability(), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnOfTheModelContributesOnceWithPointsOfTheSameSign(Kind kind) {
        var trained = get(kind);
        var columns = trained.model().scorer().encoding().columns().stream()
                .map(Encoding.Encoded::column)
                .toList();

        for (FeatureVector row : trained.drawn().rows().subList(0, 100)) {
            var contributions = score(trained.scorer(), row).contributions();
            assertThat(contributions).extracting(Contribution::feature).containsExactlyInAnyOrderElementsOf(columns);
            assertThat(contributions)
                    .allSatisfy(
                            share -> assertThat(Math.signum(share.points())).isEqualTo(Math.signum(share.logOdds())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeptScoreReplaysToTheSameBitsWithItsCalibration(Kind kind) {
        var scorer = get(kind).scorer();
        for (FeatureVector row : get(kind).drawn().rows().subList(0, 300)) {
            var score = score(scorer, row);

            var kept = Replay.keep(row, score, List.of());

            assertThat(((Scored) kept.result()).calibrationPoints())
                    .isEqualTo(score.calibration().map(CalibrationStep::points));
            assertThat(Replay.replay(kept, scorer)).isEqualTo(score);
            assertThat(Replay.keep(row, Replay.replay(kept, scorer), List.of())).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalValuesGiveEqualBitsWhateverTheAccountAndWhoeverWasScoredBefore(Kind kind) {
        var trained = get(kind);
        var again = LearnedAccountScorer.of(
                trained.scorer().version(), ModelFolder.read(trained.folder()), DrawnAccounts.CATALOGUE, RULES.bands());
        var rows = trained.drawn().rows().subList(0, 200);
        for (FeatureVector row : rows.reversed()) {
            var namesake = new FeatureVector(
                    new AccountId("test:namesake"),
                    new AsOf(Instant.EPOCH),
                    row.catalogueVersion(),
                    new TreeMap<>(row.values()));
            assertThat(again.score(namesake)).isEqualTo(trained.scorer().score(row));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheModelDoesNotReadMovesNothing(Kind kind) {
        var trained = get(kind);
        var random = new SplittableRandom(3);
        for (FeatureVector row : trained.drawn().rows().subList(0, 100)) {
            var changed = new TreeMap<>(
                    DrawnAccounts.vector("test:other", Instant.EPOCH, random).values());
            trained.scorer().inputs().forEach(input -> changed.put(input, row.get(input)));
            var other = new FeatureVector(row.account(), row.asOf(), row.catalogueVersion(), changed);

            assertThat(trained.scorer().score(other)).isEqualTo(trained.scorer().score(row));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theChanceAloneIsTheProbabilityOfTheScore(Kind kind) {
        var scorer = get(kind).scorer();
        for (FeatureVector row : get(kind).drawn().rows().subList(0, 100)) {
            assertThat(scorer.chance(row)).hasValue(score(scorer, row).probability());
        }
    }

    @ParameterizedTest
    @EnumSource
    void versionTierAndBandsAreToldAsTrained(Kind kind) {
        var trained = get(kind);
        var score = score(trained.scorer(), trained.drawn().rows().getFirst());

        assertThat(score.modelVersion()).isEqualTo(ModelFolder.name(trained.folder()));
        assertThat(score.tier()).isEqualTo(trained.model().tier()).isEqualTo(Tier.CALIBRATED);
        assertThat(score.band()).isEqualTo(RULES.bands().of(score.probability()));
    }

    @Test
    void whereNobodyIsKnownThereIsNoScoreAndAQuietAccountHasOne() {
        var scorer = get(Kind.LOGISTIC).scorer();
        var row = get(Kind.LOGISTIC).drawn().rows().getFirst();
        var empty = with(row, "committee.breadth_30d", FeatureValue.missing());
        var quiet = with(
                with(
                        with(row, "engagement.days_since_last", FeatureValue.missing()),
                        "opportunity.days_in_stage",
                        FeatureValue.missing()),
                "committee.completeness",
                FeatureValue.missing());

        assertThat(scorer.score(empty))
                .isEqualTo(new Assessment.NoScore(scorer.version(), NoScoreReason.NO_KNOWN_PERSON));
        assertThat(scorer.chance(empty)).isEmpty();
        assertThat(scorer.score(quiet)).isInstanceOf(Assessment.Score.class);
        assertThat(RULES.score(quiet))
                .isEqualTo(new Assessment.NoScore(RULES.version(), NoScoreReason.QUIET_WITHOUT_OPPORTUNITY));
    }

    @Test
    void aGapThatMovesTheScoreSaysSo() {
        var row = get(Kind.LOGISTIC).drawn().rows().getFirst();
        var score = score(get(Kind.LOGISTIC).scorer(), with(row, "engagement.days_since_last", FeatureValue.missing()));

        var gap = score.contributions().stream()
                .filter(share -> share.feature().equals("engagement.days_since_last"))
                .findFirst()
                .orElseThrow();

        assertThat(gap.logOdds()).isPositive();
        assertThat(Sentences.of(gap))
                .isEqualTo("when a buyer last acted is not known, associated with a higher chance");
    }

    @Test
    void whatIsUsualIsTheMeanOfTrainingAndOfAWordNothing() {
        var trained = get(Kind.LOGISTIC);
        var contributions =
                score(trained.scorer(), trained.drawn().rows().getFirst()).contributions();

        assertThat(contributions).allSatisfy(share -> {
            var column = trained.model().scorer().encoding().columns().stream()
                    .filter(each -> each.column().equals(share.feature()))
                    .findFirst()
                    .orElseThrow();
            assertThat(share.peerBaseline())
                    .isEqualTo(
                            column.isCategory()
                                    ? FeatureValue.missing()
                                    : FeatureValue.of(column.usual().mean()));
        });
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(delimiter = '|', textBlock = """
        crm.segment            | CATEGORY | reads 'crm.segment', which the features of catalogue VERSION do not have
        record.completeness    | NUMBER   | reads 'record.completeness', which tells how well an account is recorded and is never an input
        engagement.state       | NUMBER   | learned from 'engagement.state' as number, which is a category in catalogue VERSION
        committee.breadth_30d  | CATEGORY | learned from 'committee.breadth_30d' as category, which is a number in catalogue VERSION
        committee.breadth_30d  | DATE     | learned from 'committee.breadth_30d' as date, which is a number in catalogue VERSION
        """)
    void aModelOfOtherColumnsIsRefusedByName(String column, Column.Type type, String problem) {
        assertThatExceptionOfType(LearningRefused.class)
                .isThrownBy(() -> LearnedAccountScorer.of(
                        "model-x", handmade(column, type), DrawnAccounts.CATALOGUE, RULES.bands()))
                .withMessage(
                        "model-x cannot score accounts: it %s. Train again on a table that ./caucus features --target writes today, and promote that"
                                .formatted(problem.replace("VERSION", DrawnAccounts.CATALOGUE.version())));
    }

    private static TrainedModel handmade(String column, Column.Type type) {
        var encoding = new Encoding(List.of(new Encoding.Encoded(
                column,
                0,
                type,
                0,
                List.of(),
                List.of(),
                new Encoding.Usual(0, 0, type == Column.Type.CATEGORY ? 0 : 1))));
        var ones = new double[encoding.width()];
        Arrays.fill(ones, 1);
        var zeros = new double[ones.length];
        return new TrainedModel(
                "anything",
                Duration.ofDays(90),
                Tier.POOLED,
                new LearnedScorer(
                        encoding, new LogisticModel(0, zeros, ones, ones, zeros), new Sigmoid(0, 1, 0.01, 0.01, 0)),
                new TrainedModel.Origin(Instant.EPOCH, Duration.ZERO, 0.5, new Reference(1, 1, List.of())));
    }

    @Test
    void aValueThatIsAbsentOrOfAnotherKindIsRefusedByName() {
        var scorer = get(Kind.LOGISTIC).scorer();
        var row = get(Kind.LOGISTIC).drawn().rows().getFirst();
        var fewer = new TreeMap<>(row.values());
        fewer.remove("network.referrals");

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> scorer.score(new FeatureVector(row.account(), row.asOf(), row.catalogueVersion(), fewer)))
                .withMessageStartingWith("no feature 'network.referrals' in catalogue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(with(row, "engagement.state", FeatureValue.of(1))))
                .withMessage(
                        "the value of engagement.state is Quantity[amount=1.0], the model learned from it as category");
    }
}
