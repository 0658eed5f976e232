package io.caucus.scoring.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.LogOdds;
import io.caucus.scoring.explanation.Change.Somebody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every what-if obeys, on two hundred random accounts and every change that can be supposed of them. */
class WhatIfLawsTest {

    static LongStream seeds() {
        return Worlds.seeds();
    }

    /** Else the laws below would hold of nothing. */
    @Test
    void manyChangesCanBeSupposed() {
        assertThat(LongStream.rangeClosed(1, 40)
                        .mapToInt(seed -> answers(seed).size())
                        .sum())
                .isGreaterThan(80);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theShiftsAreTheWholeDifferenceOfTheTwoScores(long seed) {
        for (WhatIf answer : answers(seed)) {
            if (answer.before() instanceof Assessment.Score before
                    && answer.after() instanceof Assessment.Score after) {
                double logOdds = 0;
                double points = 0;
                for (Shift shift : answer.step().orElseThrow().shifts()) {
                    logOdds += shift.logOdds();
                    points += shift.points();
                }

                assertThat(logOdds)
                        .isCloseTo(LogOdds.of(after.probability()) - LogOdds.of(before.probability()), within(1e-9));
                assertThat(points).isCloseTo(after.probability() - before.probability(), within(1e-12));
            } else {
                assertThat(answer.step()).isEmpty();
            }
        }
    }

    /** Scored as any other history is: nobody else's arithmetic. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theAnswerIsTheScoreOfTheSupposedHistory(long seed) {
        var known = Worlds.now(seed);
        for (WhatIf answer : answers(seed)) {
            var values = Worlds.SHIPPED.catalogue().compute(answer.history(), known.peers());

            assertThat(Worlds.SHIPPED.scorer().score(values)).isEqualTo(answer.after());
            assertThat(values).isEqualTo(answer.valuesAfter());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoLeavesIsNotThereAndWhoIsHiredIs(long seed) {
        var here = Worlds.now(seed).history().employed();
        for (WhatIf answer : answers(seed)) {
            var after = answer.history().employed();
            switch (answer.changes().getFirst()) {
                case Change.LosePerson loss -> assertThat(after).doesNotContain(loss.person());
                case Change.LoseChampion champion -> assertThat(after).hasSize(here.size() - 1);
                case Change.FillSeat seat -> assertThat(after).hasSize(here.size() + 1);
                case Change.AddMeeting meeting -> assertThat(after).containsAll(here);
            }
        }
    }

    private static List<WhatIf> answers(long seed) {
        var known = Worlds.now(seed);
        var changes = new ArrayList<Change>();
        changes.add(new Change.LoseChampion());
        known.history().employed().stream()
                .map((PersonId person) -> new Change.LosePerson(person))
                .limit(2)
                .forEach(changes::add);
        changes.add(new Change.FillSeat(
                CommitteeRole.ECONOMIC_BUYER, new Somebody.Hired(Seniority.CXO, JobFunction.FINANCE)));
        changes.add(new Change.AddMeeting(new Somebody.OfFunction(JobFunction.SECURITY), Optional.empty()));
        var answers = new ArrayList<WhatIf>();
        for (Change change : changes) {
            try {
                answers.add(WhatIf.suppose(List.of(change), known, Worlds.SHIPPED, PastCases.NOT_KNOWN));
            } catch (Impossible e) {
                assertThat(e).hasMessageMatching("(?s).+\\..+");
            }
        }
        return answers;
    }
}
