package io.caucus.scoring.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.scoring.Assessment;
import io.caucus.scoring.explanation.Change.Somebody;
import io.caucus.testkit.AccountStory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final AccountStory STORY = AccountStory.of("""
        ana: VP ENGINEERING
        bo: MANAGER FINANCE
        cy: SENIOR ENGINEERING from 400d ago to 100d ago
        deal enters Proposal 20d ago
        ana is CHAMPION on deal 30d ago
        ana meets with us 3d ago
        ana, bo meet with us 9d ago
        bo replies 12d ago
        """);

    @Test
    void fillingASeatRaisesTheScoreThroughTheFeaturesThatASeatMoves() {
        var answer = suppose(fill(CommitteeRole.ECONOMIC_BUYER));

        assertThat(probability(answer.after())).isGreaterThan(probability(answer.before()));
        assertThat(answer.step().orElseThrow().shifts())
                .filteredOn(Shift::moves)
                .extracting(shift -> shift.feature().id())
                .contains("committee.completeness", "committee.breadth_30d", "engagement.days_since_last");
        assertThat(answer.history().employed()).hasSize(3);
    }

    @Test
    void aSeatFilledBySomebodyKnownHiresNobody() {
        var answer = suppose(
                new Change.FillSeat(CommitteeRole.ECONOMIC_BUYER, new Somebody.Known(AccountStory.person("bo"))));

        assertThat(answer.history().employed()).hasSize(2);
        assertThat(answer.step().orElseThrow().shifts())
                .extracting(shift -> shift.feature().id())
                .contains("committee.completeness")
                .doesNotContain("committee.breadth_30d");
    }

    @Test
    void losingTheChampionLowersTheScoreAndLeavesNobodyOnTheirSeat() {
        var answer = suppose(new Change.LoseChampion());

        assertThat(probability(answer.after())).isLessThan(probability(answer.before()));
        assertThat(answer.history().employed()).containsExactly(AccountStory.person("bo"));
    }

    @Test
    void aMeetingWithAFunctionIsWithSomebodyWhoHasItIfThereIsAny() {
        var known = suppose(new Change.AddMeeting(new Somebody.OfFunction(JobFunction.FINANCE), Optional.empty()));
        var unknown = suppose(new Change.AddMeeting(new Somebody.OfFunction(JobFunction.LEGAL), Optional.empty()));

        assertThat(known.history().engagements().getLast().performedBy()).containsExactly(AccountStory.person("bo"));
        assertThat(known.history().employed()).hasSize(2);
        assertThat(unknown.history().employed()).hasSize(3);
    }

    @Test
    void changesBuildOnEachOther() {
        var answer = suppose(
                fill(CommitteeRole.DECISION_MAKER),
                new Change.AddMeeting(
                        new Somebody.OnSeat(CommitteeRole.DECISION_MAKER),
                        Optional.of(AccountStory.asOf("5m ago").instant())),
                new Change.LosePerson(AccountStory.person("bo")));

        assertThat(answer.history().employed()).hasSize(2).doesNotContain(AccountStory.person("bo"));
        assertThat(answer.history().engagements().getLast().performedBy())
                .isEqualTo(answer.history().engagements().reversed().get(1).performedBy());
    }

    @Test
    void pastCasesAreAskedOrNotKnown() {
        var change = List.<Change>of(new Change.LoseChampion());
        var known = Worlds.told(STORY.history());

        assertThat(WhatIf.suppose(change, known, Worlds.SHIPPED, PastCases.NOT_KNOWN)
                        .similarCases())
                .isEmpty();
        assertThat(WhatIf.suppose(
                                change,
                                known,
                                Worlds.SHIPPED,
                                values -> Optional.of(
                                        new PastCases.Count(values.values().size(), 1)))
                        .similarCases())
                .map(PastCases.Count::won)
                .contains(1);
    }

    @Test
    void whereNobodyIsKnownAHireMakesAScorePossible() {
        var nobody = AccountStory.of("deal enters Proposal 20d ago");

        var answer = WhatIf.suppose(
                List.of(fill(CommitteeRole.CHAMPION)),
                Worlds.told(nobody.history()),
                Worlds.SHIPPED,
                PastCases.NOT_KNOWN);

        assertThat(answer.before()).isInstanceOf(Assessment.NoScore.class);
        assertThat(answer.after()).isInstanceOf(Assessment.Score.class);
        assertThat(answer.step()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithTheReasonAndTheNextStep() {
        refused(
                fill(CommitteeRole.CHAMPION),
                "The seat of champion is taken, by ana (story:ana). Suppose that they leave first, or fill another"
                        + " seat.");
        refused(
                fill(CommitteeRole.GATEKEEPER),
                "Nobody needs to sit on gatekeeper here. The committee's seats are economic buyer, decision maker,"
                        + " champion, technical evaluator, end user.");
        refused(
                new Change.LosePerson(AccountStory.person("cy")),
                "Nobody 'story:cy' works at account 'story:acme' as of 2026-06-01T12:00:00Z. Those who do: ana"
                        + " (story:ana), bo (story:bo).");
        refused(
                new Change.AddMeeting(
                        new Somebody.OfFunction(JobFunction.FINANCE),
                        Optional.of(AccountStory.asOf("1d ahead").instant())),
                "A meeting at 2026-06-02T12:00:00Z is after 2026-06-01T12:00:00Z, as of which the score is asked. Give"
                        + " an earlier time, or ask as of a later one.");
        refused(
                new Change.AddMeeting(new Somebody.OnSeat(CommitteeRole.PROCUREMENT), Optional.empty()),
                "Nobody sits on procurement, so there is nobody to meet. Suppose that the seat is filled: that comes"
                        + " with a meeting.");
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(WhatIfTest::suppose)
                .withMessage("Nothing was supposed; name at least one change.");
    }

    @Test
    void aChampionThatIsNotThereOrNotTheOnlyOneCannotBeLost() {
        var two = AccountStory.of("""
            ana: VP ENGINEERING
            bo: MANAGER FINANCE
            deal enters Proposal 20d ago
            ana is CHAMPION on deal 30d ago
            bo is CHAMPION on deal 30d ago
            """);
        var none = AccountStory.of("ana: VP ENGINEERING");

        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() -> supposed(two, new Change.LoseChampion()))
                .withMessage(
                        "There is more than one champion: ana (story:ana), bo (story:bo). Say which of them leaves.");
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() -> supposed(none, new Change.LoseChampion()))
                .withMessage(
                        "There is no champion to lose, neither on record nor by effect. Suppose that a person leaves"
                                + " instead.");
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() -> supposed(none, fill(CommitteeRole.CHAMPION)))
                .withMessage(
                        "Account 'story:acme' has no open opportunity as of 2026-06-01T12:00:00Z, and a seat is one of"
                                + " an opportunity. Open one first.");
    }

    private static void refused(Change change, String message) {
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() -> suppose(change))
                .withMessage(message);
    }

    private static Change fill(CommitteeRole role) {
        return new Change.FillSeat(role, new Somebody.Hired(Seniority.UNKNOWN, JobFunction.UNKNOWN));
    }

    private static WhatIf suppose(Change... changes) {
        return supposed(STORY, changes);
    }

    private static WhatIf supposed(AccountStory story, Change... changes) {
        return WhatIf.suppose(List.of(changes), Worlds.told(story.history()), Worlds.SHIPPED, PastCases.NOT_KNOWN);
    }

    private static double probability(Assessment assessment) {
        return ((Assessment.Score) assessment).probability();
    }
}
