package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.caucus.scoring.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class LearnerTest {

    @TempDir
    private Path folder;

    private static LearningTable read(Path file, String schema) {
        return TableReader.read(file, SchemaFile.parse("leads.yaml", schema), DrawnTable.NOW);
    }

    private static <T> T known(Map<String, T> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    @Test
    void aPlantedSignalIsFoundAndItsColumnsLead() throws IOException {
        var table = read(DrawnTable.write(folder, 4000, 1, 1), DrawnTable.SCHEMA);

        var learning = Learner.learn(table, false, 1);

        assertThat(learning.verdict()).isEqualTo(Verdict.SIGNAL);
        var fit = learning.fit().orElseThrow();
        assertThat(fit.judgement().auc().low()).isGreaterThan(0.7);
        assertThat(fit.judgement().calibrationError()).isLessThan(0.05);
        assertThat(known(fit.importance(), "source")).isGreaterThan(5 * known(fit.importance(), "weekday"));
        assertThat(learning.inputs()).containsExactly("employees", "source", "weekday");
        assertThat(learning.leftOut()).containsOnlyKeys("calls", "country");
        assertThat(fit.baselines()).containsKeys("base rate", "seller's columns alone");
        assertThat(known(fit.baselines(), "seller's columns alone").hasSignal()).isFalse();
    }

    @Test
    void segmentsAreJudgedOnTheirOwn() throws IOException {
        var schema = DrawnTable.SCHEMA.replace("source: {type: category}", "source: {role: segment}");
        var table = read(DrawnTable.write(folder, 4000, 1, 1), schema);

        var segments = Learner.learn(table, false, 1).fit().orElseThrow().segments();

        assertThat(segments).containsOnlyKeys("source-0", "source-1", "source-2", "source-3");
        assertThat(known(segments, "source-3").happened())
                .isGreaterThan(2 * known(segments, "source-0").happened());
        segments.values().forEach(each -> assertThat(each.told()).isCloseTo(each.happened(), within(0.1)));
    }

    @Test
    void shuffledOutcomesHaveNoSignal() throws IOException {
        int found = 0;
        for (long seed = 1; seed <= 10; seed++) {
            var table = read(DrawnTable.shuffled(DrawnTable.write(folder, 2000, 1, seed), seed), DrawnTable.SCHEMA);
            found += Learner.learn(table, false, seed).verdict() == Verdict.NO_SIGNAL ? 0 : 1;
        }

        assertThat(found).isLessThanOrEqualTo(1);
    }

    @Test
    void columnsThatLeakAreNamedAndNothingIsLearned() throws IOException {
        var table = read(DrawnTable.write(folder, 1000, 1, 1), DrawnTable.WITH_LEAKS);

        var learning = Learner.learn(table, false, 1);

        assertThat(learning.verdict()).isEqualTo(Verdict.LEAKS);
        assertThat(learning.fit()).isEmpty();
        assertThat(learning.leaks())
                .extracting(Leak::column, Leak::rule)
                .containsExactly(tuple("fee", Leak.Rule.ONE_OUTCOME), tuple("closed_by", Leak.Rule.KNOWN_LATER));
    }

    @Test
    void leaksThatAreDroppedAreNotLearnedFromAndWaivedOnesAre() throws IOException {
        var file = DrawnTable.write(folder, 2000, 1, 1);

        var dropped = Learner.learn(read(file, DrawnTable.WITH_LEAKS), true, 1);
        var waived = Learner.learn(read(file, "waive: [fee]\n" + DrawnTable.WITH_LEAKS), true, 1);

        assertThat(dropped.inputs()).doesNotContain("fee", "closed_by");
        assertThat(waived.inputs()).contains("fee").doesNotContain("closed_by");
        assertThat(waived.fit().orElseThrow().judgement().auc().value()).isGreaterThan(0.99);
    }

    @Test
    void aColumnThatTellsTheOutcomeAloneIsNamed() throws IOException {
        var lines = Files.readAllLines(DrawnTable.write(folder, 1000, 1, 1));
        for (int row = 1; row < lines.size(); row++) {
            var cells = lines.get(row).split(",", -1);
            cells[7] = cells[3].isEmpty() && row % 50 != 0 ? "0" : "9";
            lines.set(row, String.join(",", cells));
        }

        var leaks = Learner.learn(read(Files.write(folder.resolve("told.csv"), lines), DrawnTable.SCHEMA), false, 1)
                .leaks();

        assertThat(leaks)
                .extracting(Leak::column, Leak::rule)
                .containsExactly(tuple("calls", Leak.Rule.ALONE_TOO_GOOD));
    }

    @Test
    void aColumnThatTreesUseAloneIsNamed() throws IOException {
        var random = new SplittableRandom(1);
        var lines = new ArrayList<>(List.of("id,at,won,a,b,c,d,e"));
        for (int row = 0; row < 2000; row++) {
            double e = random.nextGaussian();
            boolean won = random.nextDouble() < 1 / (1 + Math.exp(-2 * e));
            lines.add("r%d,2025-01-01,%s,%s,%s,%s,%s,%s"
                    .formatted(
                            row,
                            won ? "yes" : "no",
                            random.nextInt(3),
                            random.nextInt(3),
                            random.nextInt(3),
                            random.nextInt(3),
                            e));
        }
        var schema = """
            target: one column is all there is
            horizon_days: 1
            columns:
              id: {role: id}
              at: {role: cutoff}
              won: {role: label}
              a: {type: number}
              b: {type: number}
              c: {type: number}
              d: {type: number}
              e: {type: number}
            """;

        var leaks = Learner.learn(read(Files.write(folder.resolve("one.csv"), lines), schema), false, 1)
                .leaks();

        assertThat(leaks).extracting(Leak::column, Leak::rule).containsExactly(tuple("e", Leak.Rule.MOST_OF_THE_GAIN));
    }

    @Test
    void tooFewOutcomesAreSaidToBeTooFew() throws IOException {
        var table = read(DrawnTable.write(folder, 100, 1, 1), DrawnTable.SCHEMA);

        var learning = Learner.learn(table, false, 1);

        assertThat(learning.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(learning.tier()).isEqualTo(Tier.RULES);
        assertThat(learning.fit()).isEmpty();
    }

    @Test
    void theLadderIsClimbedByTheRarerOutcome() {
        assertThat(Learner.tier(39)).isEqualTo(Tier.RULES);
        assertThat(Learner.tier(40)).isEqualTo(Tier.POOLED);
        assertThat(Learner.tier(200)).isEqualTo(Tier.CALIBRATED);
        assertThat(Learner.tier(2000)).isEqualTo(Tier.SEGMENT);
    }

    @Test
    void theSameTableGivesTheSameBits() throws IOException {
        var file = DrawnTable.write(folder, 2000, 1, 1);

        var once = Learner.learn(read(file, DrawnTable.SCHEMA), false, 1);
        var again = Learner.learn(read(file, DrawnTable.SCHEMA), false, 1);

        assertThat(LearningReport.of(again)).isEqualTo(LearningReport.of(once));
        var row = once.table().rows().getFirst();
        assertThat(again.fit().orElseThrow().scorer().score(row))
                .isEqualTo(once.fit().orElseThrow().scorer().score(row));
    }

    @Test
    void aColumnKnownLaterThanItsCutoffIsNamed() throws IOException {
        var lines = Files.readAllLines(DrawnTable.write(folder, 1000, 1, 1));
        lines.set(0, lines.getFirst() + ",heard");
        for (int row = 1; row < lines.size(); row++) {
            var asked = LocalDate.parse(lines.get(row).split(",", -1)[2]);
            lines.set(row, lines.get(row) + "," + (row % 100 == 0 ? asked.plusDays(1) : asked));
        }
        var schema =
                DrawnTable.SCHEMA.replace("weekday: {type: category}", "weekday: {type: category, known_at: heard}")
                        + "  heard: {type: date, role: ignored}\n";

        var leaks = Learner.learn(read(Files.write(folder.resolve("heard.csv"), lines), schema), false, 1)
                .leaks();

        assertThat(leaks).singleElement().satisfies(leak -> {
            assertThat(leak.column()).isEqualTo("weekday");
            assertThat(leak.rule()).isEqualTo(Leak.Rule.KNOWN_LATER);
            assertThat(leak.evidence()).matches("known only after the cutoff in \\d+ of \\d+ rows");
        });
    }

    @Test
    void aRowOneHalfLifeOldCountsHalf() throws IOException {
        var table = read(
                DrawnTable.write(folder, 365, 1, 1),
                DrawnTable.SCHEMA.replace("horizon_days: 30", "horizon_days: 30\nrecency_half_life_days: 100"));
        var encoding = Encoding.learn(table.schema(), new int[] {0}, table.rows());

        double[] weight = Learner.rows(encoding, table.rows(), table.schema()).weight();

        int newest = weight.length - 1;
        assertThat(weight[newest]).isEqualTo(1);
        assertThat(weight[newest - 100]).isEqualTo(0.5);
        assertThat(weight[newest - 200]).isEqualTo(0.25);
    }

    /** What employees tell turns round in mid-year: who weighs old rows less learns what holds now. */
    @Test
    void recencyWeightsLearnWhatHoldsNow() throws IOException {
        var lines = Files.readAllLines(DrawnTable.write(folder, 4000, 2, 1));
        for (int row = 1; row < 1200; row++) {
            var cells = lines.get(row).split(",", -1);
            cells[4] = cells[4].isEmpty() ? "" : Long.toString(Math.round(1e4 / (1 + Double.parseDouble(cells[4]))));
            lines.set(row, String.join(",", cells));
        }
        var file = Files.write(folder.resolve("turned.csv"), lines);
        var schema = DrawnTable.SCHEMA.replace(", direction: rises", "");

        var alike = Learner.learn(read(file, schema), false, 1).fit().orElseThrow();
        var recent = Learner.learn(read(file, "recency_half_life_days: 20\n" + schema), false, 1)
                .fit()
                .orElseThrow();

        assertThat(recent.judgement().auc().value())
                .isGreaterThan(alike.judgement().auc().value() + 0.01);
    }
}
