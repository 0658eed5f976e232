package io.caucus.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.caucus.scoring.Tier;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerTest {

    @TempDir
    private Path folder;

    private static LearningTable read(Path file, String schema) {
        return TableReader.read(file, SchemaFile.parse("leads.yaml", schema));
    }

    @Test
    void aPlantedSignalIsFoundAndItsColumnsLead() throws IOException {
        var table = read(DrawnTable.write(folder, 4000, 1, 1), DrawnTable.SCHEMA);

        var learning = Learner.learn(table, false, 1);

        assertThat(learning.verdict()).isEqualTo(Verdict.SIGNAL);
        var fit = learning.fit().orElseThrow();
        assertThat(fit.judgement().auc().low()).isGreaterThan(0.7);
        assertThat(fit.judgement().calibrationError()).isLessThan(0.05);
        assertThat(fit.importance().get("source"))
                .isGreaterThan(5 * fit.importance().get("weekday"));
        assertThat(learning.inputs()).containsExactly("employees", "source", "weekday");
        assertThat(learning.leftOut()).containsOnlyKeys("calls", "country");
        assertThat(fit.baselines()).containsKeys("base rate", "seller's columns alone");
        assertThat(fit.baselines().get("seller's columns alone").hasSignal()).isFalse();
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
        var file = DrawnTable.write(folder, 2000, 12, 1); // so strong that the columns decide

        var leaks = Learner.learn(
                        read(file, DrawnTable.SCHEMA.replace("source: {type: category}", "source: {role: ignored}")),
                        false,
                        1)
                .leaks();

        assertThat(leaks).isEmpty();
        assertThat(Learner.learn(
                        read(DrawnTable.write(folder, 2000, 12, 1), DrawnTable.SCHEMA + "  rank: {type: number}\n"),
                        false,
                        1))
                .isNull();
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
}
