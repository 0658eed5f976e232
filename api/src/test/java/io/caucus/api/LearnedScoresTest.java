package io.caucus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.caucus.api.assessment.AccountAssessment;
import io.caucus.api.assessment.AccountAssessments;
import io.caucus.api.assessment.ServingScorer;
import io.caucus.api.cli.CaucusCommand;
import io.caucus.api.graphql.GraphPorts;
import io.caucus.cypher.Neo4j;
import io.caucus.features.FeatureCatalogue;
import io.caucus.features.FeatureDefinition;
import io.caucus.features.FeatureValue;
import io.caucus.features.FeatureVector;
import io.caucus.graphmodel.SourcedFacts;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.Replay;
import io.caucus.scoring.RuleModel;
import io.caucus.scoring.Tier;
import io.caucus.scoring.learn.ModelFolder;
import io.caucus.scoring.outcome.AccountTarget;
import io.caucus.scoring.outcome.TargetRows;
import io.caucus.scoring.outcome.TargetSchema;
import io.caucus.scoring.registry.ModelRegistry;
import io.caucus.scoring.registry.RegistryRefused;
import io.caucus.scoring.table.FeatureTable;
import io.caucus.testkit.Neo4jServer;
import io.caucus.testkit.RandomWorlds;
import io.caucus.world.World;
import io.caucus.world.WorldSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a table to the page: a model is trained, registered and promoted by the commands, and scores a generated world in a real Neo4j.
 *
 * <p>The rows that it learns from are drawn, with a planted signal: a world small enough for a test has too few wins to learn from.
 */
@Tag("neo4j")
@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class LearnedScoresTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();
    private static final AsOf NOW = new AsOf(RandomWorlds.NOW);
    private static final List<FeatureDefinition> COLUMNS = List.of(
            CATALOGUE.definition("committee.breadth_30d"),
            CATALOGUE.definition("engagement.days_since_last"),
            CATALOGUE.definition("engagement.state"));
    private static final List<String> STATES = List.of("ACCELERATING", "COOLING", "DORMANT", "STEADY");

    private static final String SCORE = """
        query Score($id: ID!) {
          service { modelVersion }
          account(id: $id) {
            score { ... on Score {
              probability base tier modelVersion interval { low high } calibration { points uncalibrated sentence }
              contributions(first: 100) { nodes { points } }
            } }
            storedScore { ... on StoredScore { probability calibration { points } } }
          }
        }\
        """;

    /** What {@code predict} said of an account. */
    private record Told(double probability, double low, double high) {}

    @TempDir
    static Path folder;

    private static final Map<AccountId, Told> TOLD = new TreeMap<>();
    private static final List<AccountAssessment> ASSESSED = new ArrayList<>();

    private static @Nullable Neo4j neo4j;
    private static @Nullable TestServer server;

    @BeforeAll
    static void fromATableToScores() throws IOException {
        trainAndPromote();
        neo4j = worldInAGraph();
        var ports = GraphPorts.of(neo4j);
        new AccountAssessments(ports.graph(), CATALOGUE, serving().scorer()).forEach(NOW, ASSESSED::add);
        ports.assessments().keep(ASSESSED.stream().map(AccountAssessment::kept).toList());
        predictToday();
        server = TestServer.start(data(), ports);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (neo4j != null) {
            neo4j.close();
        }
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static ServingScorer serving() {
        return ServingScorer.in(data(), CATALOGUE);
    }

    private static void done(Object... arguments) {
        var words = new ArrayList<String>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        assertThat(CaucusCommand.run(words.toArray(String[]::new)))
                .as(words.toString())
                .isZero();
    }

    private static void trainAndPromote() throws IOException {
        var schema = folder.resolve("accounts.yaml");
        TargetSchema.write(schema, AccountTarget.CONVERTS, COLUMNS, month(40));
        done("train", "--table", drawn(), "--schema", schema, "--out", folder.resolve("trained"), "--no-ablation");
        done("models", "register", "--model", model(), "--by", "ana", "--data", data());
        done("models", "promote", "challenger", "--by", "bo", "--despite", "a test needs it", "--data", data());
    }

    private static Path model() throws IOException {
        try (var folders = Files.list(folder.resolve("trained"))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /** Fifty accounts over three years: many people and fresh actions go with a win. */
    private static Path drawn() {
        var random = new SplittableRandom(5);
        var file = folder.resolve("accounts.csv");
        try (var table = FeatureTable.createForModels(file, AccountTarget.CONVERTS.columnNames(), COLUMNS)) {
            for (int month = 0; month < 36; month++) {
                for (int account = 0; account < 50; account++) {
                    int people = random.nextInt(9);
                    double days = 90 * random.nextDouble();
                    var state = STATES.get(random.nextInt(STATES.size()));
                    double logOdds = 0.6 * (people - 5) - 0.02 * days + (state.equals("ACCELERATING") ? 1 : 0);
                    boolean wins = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
                    var won = month(month).plus(Duration.ofDays(1 + random.nextInt(80)));
                    table.add(
                            row("drawn:" + account, month(month), people, days, state),
                            List.of(wins ? won.toString() : ""));
                }
            }
            table.complete();
        }
        return file;
    }

    private static FeatureVector row(String account, Instant asOf, int people, double days, String state) {
        return new FeatureVector(
                new AccountId(account),
                new AsOf(asOf),
                CATALOGUE.version(),
                new TreeMap<>(Map.of(
                        "committee.breadth_30d", FeatureValue.of(people),
                        "engagement.days_since_last", FeatureValue.of(days),
                        "engagement.state", new FeatureValue.Category(state))));
    }

    private static Instant month(int month) {
        return YearMonth.of(2022, 1)
                .plusMonths(month)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Neo4j worldInAGraph() {
        var database = Neo4jServer.shared();
        database.wipe();
        var opened = Neo4j.open(
                        database.uri(), database.user(), database.password(), InstantSource.fixed(RandomWorlds.NOW))
                .patient();
        opened.migrate();
        opened.prepare();
        var batch = new ArrayList<SourcedFacts>();
        World.generate(new WorldSettings(1, 24, RandomWorlds.NOW)).records().forEach(batch::add);
        for (int from = 0; from < batch.size(); from += 1000) {
            opened.factWriter().write("world " + from, batch.subList(from, Math.min(batch.size(), from + 1000)));
        }
        return opened;
    }

    /** The table that {@code ./caucus features --target} writes of today, and what {@code ./caucus predict} says of it. */
    private static void predictToday() throws IOException {
        var today = folder.resolve("today.csv");
        var rows = new TargetRows(CATALOGUE, AccountTarget.CONVERTS);
        try (var table = FeatureTable.createForModels(today, List.of(), COLUMNS)) {
            ASSESSED.forEach(
                    one -> rows.toPredict(one.account()).forEach(row -> table.add(row.features(), row.cells())));
            table.complete();
        }
        var out = folder.resolve("told.csv");
        var schema = folder.resolve("accounts.yaml");
        done(
                "predict",
                "--model",
                "registry:champion",
                "--table",
                today,
                "--schema",
                schema,
                "--out",
                out,
                "--data",
                data());
        for (String line :
                Files.readAllLines(out).subList(1, Files.readAllLines(out).size())) {
            var cells = line.split(",", -1);
            TOLD.put(
                    new AccountId(cells[0]),
                    new Told(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
        }
    }

    private static Neo4j graph() {
        return Objects.requireNonNull(neo4j);
    }

    private static JsonNode ask(AccountId account) throws IOException, InterruptedException {
        var answer = Objects.requireNonNull(server).answer(SCORE, Map.of("id", account.value()));
        assertThat(answer.has("data") && !answer.has("errors"))
                .as(answer.toString())
                .isTrue();
        return answer.get("data");
    }

    @Test
    void everyAccountThatIsAskedAboutHasTheProbabilityThatPredictTellsToTheBit() {
        assertThat(TOLD).hasSizeGreaterThan(10);
        for (AccountAssessment one : ASSESSED) {
            var told = TOLD.get(one.history().account().id());
            if (told != null) {
                var score = (Assessment.Score) one.result();
                assertThat(new Told(score.probability(), score.low(), score.high()))
                        .isEqualTo(told);
                assertThat(score.tier()).isEqualTo(Tier.CALIBRATED);
            }
        }
    }

    @Test
    void notAllAccountsAreToldTheSame() {
        assertThat(TOLD.values().stream().map(Told::probability).distinct()).hasSizeGreaterThan(5);
    }

    @Test
    void whatIsKeptInTheGraphReplaysToTheSameBits() {
        var ids = ASSESSED.stream().map(one -> one.history().account().id()).toList();
        var kept = graph().assessmentStore().latest(ids, NOW);
        var scorer = serving().scorer();

        assertThat(kept).hasSameSizeAs(ids);
        for (AccountAssessment one : ASSESSED) {
            var read = Objects.requireNonNull(kept.get(one.history().account().id()));
            assertThat(read).isEqualTo(one.kept());
            assertThat(Replay.replay(read, scorer)).isEqualTo(one.result());
        }
    }

    @Test
    void theApiTellsTheModelTheTierAndTheStepOfCalibration() throws Exception {
        var account = TOLD.keySet().iterator().next();
        var told = Objects.requireNonNull(TOLD.get(account));

        var answer = ask(account);

        var score = answer.at("/account/score");
        assertThat(score.get("probability").asDouble()).isEqualTo(told.probability());
        assertThat(score.at("/interval/low").asDouble()).isEqualTo(told.low());
        assertThat(score.get("tier").asText()).isEqualTo("CALIBRATED");
        assertThat(score.get("modelVersion").asText())
                .isEqualTo(ModelFolder.name(model()))
                .isEqualTo(answer.at("/service/modelVersion").asText());
        double calibration = score.at("/calibration/points").asDouble();
        double points = calibration;
        for (JsonNode share : score.at("/contributions/nodes")) {
            points += share.get("points").asDouble();
        }
        assertThat(points)
                .isCloseTo(
                        score.get("probability").asDouble() - score.get("base").asDouble(), within(1e-12));
        assertThat(score.at("/calibration/uncalibrated").asDouble() + calibration)
                .isCloseTo(told.probability(), within(1e-12));
        assertThat(score.at("/calibration/sentence").asText()).startsWith("Calibration makes ");
        assertThat(answer.at("/account/storedScore/calibration/points").asDouble())
                .isEqualTo(calibration);
    }

    @Test
    void whatServesIsSaidInALine(@TempDir Path empty) throws IOException {
        assertThat(serving().origin())
                .isEqualTo(
                        "%s, tier CALIBRATED: the champion of account.converts".formatted(ModelFolder.name(model())));
        assertThat(ServingScorer.in(empty, CATALOGUE).scorer().version())
                .isEqualTo(RuleModel.shipped().version());
        assertThat(ServingScorer.in(empty, CATALOGUE).origin())
                .isEqualTo("%s, weighted rules: no learned model is the champion of account.converts"
                        .formatted(RuleModel.shipped().version()));
    }

    @Test
    void aRollbackMakesTheRulesServeAtTheNextStart(@TempDir Path other) throws IOException {
        done("models", "register", "--model", model(), "--by", "ana", "--data", other);
        done("models", "promote", "challenger", "--by", "bo", "--despite", "a test needs it", "--data", other);
        var started = ServingScorer.in(other, CATALOGUE);

        done("models", "rollback", "--by", "bo", "--reason", "a trial", "--data", other);

        assertThat(started.scorer().version()).isEqualTo(ModelFolder.name(model()));
        assertThat(ServingScorer.in(other, CATALOGUE).scorer()).isInstanceOf(RuleModel.class);
    }

    @Test
    void aDamagedChampionStopsEveryCommandThatScores(@TempDir Path other) throws IOException {
        done("models", "register", "--model", model(), "--by", "ana", "--data", other);
        done("models", "promote", "challenger", "--by", "bo", "--despite", "a test needs it", "--data", other);
        var version = ModelRegistry.in(other).read().versions().getFirst();
        Files.writeString(other.resolve("models").resolve(version).resolve(ModelFolder.FILE), "{}");

        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> ServingScorer.in(other, CATALOGUE))
                .withMessageContaining("The champion of account.converts, %s, cannot serve".formatted(version))
                .withMessageContaining("is damaged or was changed")
                .withMessageContaining("./caucus models rollback");
        for (var command : List.of("score", "serve", "demo")) {
            assertThat(CaucusCommand.run(command, "--data", other.toString()))
                    .as(command)
                    .isEqualTo(3);
        }
        assertThat(CaucusCommand.run("explain", "world:acct-001", "--data", other.toString()))
                .isEqualTo(3);
        assertThat(other.resolve("neo4j"))
                .as("no database was started for nothing")
                .doesNotExist();
    }
}
