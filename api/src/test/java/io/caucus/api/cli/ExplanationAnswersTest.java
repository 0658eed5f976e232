package io.caucus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.api.assessment.Names;
import io.caucus.features.FeatureCatalogue;
import io.caucus.graphmodel.fact.Employment;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.scoring.RuleModel;
import io.caucus.scoring.explanation.Change;
import io.caucus.scoring.explanation.Known;
import io.caucus.scoring.explanation.Method;
import io.caucus.scoring.explanation.PastCases;
import io.caucus.scoring.explanation.ScoreDifference;
import io.caucus.scoring.explanation.WhatIf;
import io.caucus.testkit.AccountStory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a newcomer reads. */
class ExplanationAnswersTest {

    private static final Method METHOD = new Method(FeatureCatalogue.standard(), RuleModel.shipped());

    private static final AccountStory STORY = AccountStory.of("""
        ana: VP ENGINEERING
        bo: MANAGER FINANCE
        deal enters Proposal 50d ago
        ana is CHAMPION on deal 45d ago
        ana meets with us 42d ago
        ana replies 41d ago
        bo replies 3d ago
        """);

    @Test
    void aDifferenceIsReadFromTheTopCauseByCause() {
        var answer = difference("40d ago");

        assertThat(answer.lines().getFirst())
                .isEqualTo("Acme (story:acme) from 2026-04-22T12:00:00Z to 2026-06-01T12:00:00Z");
        assertThat(answer.lines())
                .filteredOn(line -> line.contains(": "))
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "The facts of then, seen from now: had nothing become known since, it would stand at"))
                .anySatisfy(line -> assertThat(line).contains("What became known of the account: 1 engagement"))
                .anySatisfy(line -> assertThat(line)
                        .contains("What became known of other accounts: nothing that its score looks at"))
                .anySatisfy(line -> assertThat(line).contains("Another model: none, rules-1+"))
                .anySatisfy(line -> assertThat(line).contains("Other parameters or bands: none, catalogue"));
        assertThat(String.join("\n", answer.lines()))
                .contains("now     bo, manager in finance, took part.")
                .contains("associated with a higher chance")
                .doesNotContainIgnoringCase("because");
    }

    @Test
    void whatIsToldOtherwiseIsCountedAsToldAndAsTakenBack() {
        var job = STORY.history().employmentOf(AccountStory.person("bo")).orElseThrow();
        var left = STORY.and(new Employment(
                job.person(),
                job.account(),
                job.title(),
                job.function(),
                job.seniority(),
                job.time(),
                Optional.of(FactTime.at(AccountStory.asOf("1d ago").instant()))));

        var answer = difference(left, "40d ago");

        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("What became known of the account: 1 engagement, 1 job; taken back or told"
                                + " otherwise: 1 job"));
    }

    @Test
    void whereOneDayHasNoScoreTheCureIsTold() {
        var answer = difference("60d ago");

        assertThat(answer.lines())
                .last()
                .asString()
                .startsWith("There are no two scores to compare. As of 2026-04-02T12:00:00Z: ");
        assertThat(answer.document()).doesNotContainKey("causes");
    }

    @Test
    void aSuppositionIsToldInWordsWithItsLimits() {
        var answer = whatIf(new Change.LosePerson(AccountStory.person("bo")), PastCases.NOT_KNOWN);

        assertThat(answer.lines())
                .contains("Suppose that bo leaves.", "Similar past cases: not known.", WhatIf.NOTE)
                .anySatisfy(line -> assertThat(line).startsWith("would be "));
        assertThat(answer.document())
                .containsEntry("note", WhatIf.NOTE)
                .containsEntry("supposed", List.of("bo leaves"))
                .doesNotContainKey("similarCases");
    }

    @Test
    void similarCasesAreCountedWhereSomebodyCounts() {
        var answer = whatIf(new Change.LoseChampion(), values -> Optional.of(new PastCases.Count(1200, 300)));

        assertThat(answer.lines()).contains("Similar past cases: 1,200, of which 300 were won.");
        assertThat(answer.document()).containsAllEntriesOf(Map.of("similarCases", 1200, "similarCasesWon", 300));
    }

    private static DifferenceAnswer difference(String since) {
        return difference(STORY, since);
    }

    private static DifferenceAnswer difference(AccountStory story, String since) {
        var then = Known.alone(story.history(AccountStory.asOf(since)));
        var now = Known.alone(story.history());
        return new DifferenceAnswer(
                ScoreDifference.between(then, METHOD, now, METHOD), now.history(), Names.of(now.history()), METHOD);
    }

    private static WhatIfAnswer whatIf(Change change, PastCases past) {
        return new WhatIfAnswer(
                WhatIf.suppose(List.of(change), Known.alone(STORY.history()), METHOD, past), Names.of(STORY.history()));
    }
}
