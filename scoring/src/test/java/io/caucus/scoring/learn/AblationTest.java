package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.scoring.evaluation.GroupBootstrap.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.caucus.scoring.train.TreeTrainer#isAvailable",
        disabledReason = "XGBoost does not load here; install libgomp1")
class AblationTest {

    @TempDir
    private Path folder;

    private Learning.Fit learn(String schema, Ablation.Extent extent) throws IOException {
        var file = DrawnTable.write(folder, 4000, 1, 1);
        var table = TableReader.read(file, SchemaFile.parse("leads.yaml", schema), DrawnTable.NOW);
        return Learner.learn(table, false, extent, 1).fit().orElseThrow();
    }

    private static Ablation.Part part(Ablation ablation, String family) {
        return ablation.parts().stream()
                .filter(part -> part.family().equals(family))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatMovesTheChanceAddsAndWhatDoesNotAddsNothingBeyondNoise() throws IOException {
        var ablation = learn(DrawnTable.SCHEMA, Ablation.Extent.WHERE_QUICK).ablation();

        assertThat(ablation.parts())
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Double.compare(
                        other.averagePrecision().value(), one.averagePrecision().value()));
        for (String column : List.of("employees", "source")) {
            assertThat(part(ablation, column).averagePrecision().low()).isGreaterThan(0.02);
            assertThat(part(ablation, column).logLoss().low()).isGreaterThan(0);
            assertThat(part(ablation, column).sentence()).startsWith("adds 0.");
        }
        assertThat(part(ablation, "weekday").sentence()).startsWith("adds nothing beyond noise: ");
    }

    /** Beside the same learned by hand: a schema that has no such column. */
    @Test
    void theDifferenceIsThatToAModelThatNeverHadTheFamily() throws IOException {
        var with = learn(DrawnTable.SCHEMA, Ablation.Extent.ALWAYS);
        var without = learn(
                DrawnTable.SCHEMA.replace("source: {type: category}", "source: {role: ignored}"),
                Ablation.Extent.NEVER);

        assertThat(without.candidates().stream().filter(Candidate::isChosen).map(Candidate::name))
                .as("the same way of learning")
                .isEqualTo(with.candidates().stream()
                        .filter(Candidate::isChosen)
                        .map(Candidate::name)
                        .collect(Collectors.toList()));
        assertThat(part(with.ablation(), "source").averagePrecision().value())
                .isEqualTo(with.judgement().averagePrecision().value()
                        - without.judgement().averagePrecision().value());
    }

    @Test
    void columnsOfOneFamilyAreTakenAwayTogether() throws IOException {
        var schema = DrawnTable.SCHEMA
                .replace("direction: rises}", "direction: rises, family: firm}")
                .replace("source: {type: category}", "source: {type: category, family: firm}");

        var ablation = learn(schema, Ablation.Extent.WHERE_QUICK).ablation();

        assertThat(ablation.parts()).extracting(Ablation.Part::family).containsExactly("firm", "columns of no family");
        assertThat(part(ablation, "firm").columns()).containsExactly("employees", "source");
    }

    @Test
    void whereNoColumnIsLeftTheBaseRateStandsAgainstIt() throws IOException {
        var schema = DrawnTable.SCHEMA
                .replace("direction: rises}", "direction: rises, family: all}")
                .replace("source: {type: category}", "source: {type: category, family: all}")
                .replace("weekday: {type: category}", "weekday: {type: category, family: all}");

        var fit = learn(schema, Ablation.Extent.WHERE_QUICK);

        var all = part(fit.ablation(), "all");
        assertThat(all.averagePrecision().value())
                .isEqualTo(fit.judgement().overBaseRate().value());
        assertThat(all.logLoss().value())
                .isEqualTo(fit.judgement().logLossOfBaseRate() - fit.judgement().logLoss());
    }

    @Test
    void aFamilyIsStatedOrStandsBeforeTheDot() {
        var columns = SchemaFile.parse("s.yaml", """
            target: it sells
            horizon_days: 1
            columns:
              id: {role: id}
              at: {role: cutoff}
              won: {role: label}
              committee.breadth_30d: {type: number}
              committee.stage: {type: category, family: stage}
              .hidden: {type: number}
            """).inputs();

        assertThat(columns.get(0).family()).contains("committee");
        assertThat(columns.get(1).family()).contains("stage");
        assertThat(columns.get(2).family()).isEmpty();
    }

    /** 21 columns of noise beside the one that tells, each a family of its own. */
    private Learning.Fit learnMany(Ablation.Extent extent) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(DrawnTable.write(folder, 1000, 2, 1)));
        var random = new SplittableRandom(1);
        var schema = new StringBuilder(DrawnTable.SCHEMA);
        for (int column = 0; column < Ablation.MOST_FAMILIES; column++) {
            lines.set(0, lines.getFirst() + ",f%d.x".formatted(column));
            schema.append("  f%d.x: {type: number}\n".formatted(column));
        }
        for (int row = 1; row < lines.size(); row++) {
            var noise = random.ints(Ablation.MOST_FAMILIES, 0, 100).mapToObj(Integer::toString);
            lines.set(row, lines.get(row) + "," + noise.collect(Collectors.joining(",")));
        }
        var file = Files.write(folder.resolve("many.csv"), lines);
        var table = TableReader.read(file, SchemaFile.parse("s.yaml", schema.toString()), DrawnTable.NOW);
        return Learner.learn(table, false, extent, 1).fit().orElseThrow();
    }

    @Test
    void manyFamiliesAreTriedOnlyWhereTheyAreAskedFor() throws IOException {
        assertThat(learnMany(Ablation.Extent.WHERE_QUICK).ablation().notDone())
                .contains("21 families of columns, more than 20; --ablation tries them all the same");
        assertThat(learnMany(Ablation.Extent.NEVER).ablation().notDone()).contains("not asked for");
        assertThat(learnMany(Ablation.Extent.ALWAYS).ablation().parts())
                .hasSize(21)
                .first()
                .satisfies(part -> assertThat(part.family()).isEqualTo("columns of no family"));
    }

    @Test
    void whatTakesAwayIsSaidToTakeAway() {
        var part = new Ablation.Part("noise", List.of("a"), new Interval(-0.02, -0.03, -0.01), new Interval(0, 0, 0));

        assertThat(part.sentence()).isEqualTo("takes 0.020 of average precision away, 95 % [-0.030, -0.010]");
    }
}
