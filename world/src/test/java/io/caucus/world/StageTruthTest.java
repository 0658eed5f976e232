package io.caucus.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.caucus.graphmodel.fact.Person;
import io.caucus.graphmodel.time.FactTime;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.ConversationSignal;
import io.caucus.graphmodel.vocabulary.JobFunction;
import io.caucus.graphmodel.vocabulary.Seniority;
import io.caucus.world.Life.Act;
import io.caucus.world.Life.Saying;
import io.caucus.world.TrueSeat.Showing;
import io.caucus.world.TrueStage.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stages of one small account, told by hand. Days are counted back from the end. */
class StageTruthTest {

    private static final Calendar CALENDAR = new Calendar(Told.END);
    private static final Rhythm STEADY = new Rhythm(1, 200, 0, 0, 0, 0);

    private static final Member ANA = member(1, JobFunction.OPERATIONS, Seniority.VP);
    private static final Member BO = member(2, JobFunction.DATA, Seniority.ENTRY);
    private static final Member CY = member(3, JobFunction.FINANCE, Seniority.MANAGER);
    private static final Member DEE = member(4, JobFunction.DATA, Seniority.SENIOR);

    private final List<Act> acts = new ArrayList<>();
    private final List<Saying> sayings = new ArrayList<>();
    private List<Committee.Seat> seats = List.of();
    private Pattern pattern = Pattern.HEALTHY;
    private Rhythm rhythm = STEADY;

    @Test
    void whereNobodyActsNobodyIsAware() {
        assertThat(standings()).containsExactly(Standing.UNAWARE);
    }

    @Test
    void onePersonIsASingleThreadUntilNinetyDaysAfterTheLastAction() {
        act(BO, 150);

        var stages = stages();

        assertThat(stages)
                .containsExactly(
                        new TrueStage(CALENDAR.daysAgo(Calendar.DAYS - 1), Standing.UNAWARE),
                        new TrueStage(CALENDAR.daysAgo(150), Standing.SINGLE_THREADED),
                        new TrueStage(CALENDAR.daysAgo(60), Standing.UNAWARE));
    }

    @Test
    void threePeopleOfTwoFunctionsForm() {
        everyWeek(BO, CY, DEE);

        assertThat(standings()).endsWith(Standing.FORMING);
    }

    @Test
    void threePeopleOfOneFunctionDoNot() {
        everyWeek(BO, DEE, member(5, JobFunction.DATA, Seniority.MANAGER));

        assertThat(standings()).endsWith(Standing.SINGLE_THREADED);
    }

    @Test
    void aChampionWhoMovesThreeColleaguesMobilises() {
        pattern = Pattern.CHAMPION_LED;
        everyWeek(ANA, BO, CY, DEE);
        Stream.of(BO, CY, DEE)
                .forEach(colleague ->
                        acts.add(new Act(colleague, CALENDAR.daysAgo(20), Optional.of(ANA), Optional.empty())));

        assertThat(standings()).endsWith(Standing.MOBILISED);
    }

    /** Six pairs, where chance alone has 6 ÷ 30. */
    @Test
    void moreActingOnOneDayThanChanceExplainsMobilises() {
        Stream.of(ANA, BO, CY, DEE).forEach(member -> act(member, 10));

        assertThat(standings()).endsWith(Standing.MOBILISED);
    }

    @Test
    void oneDayInCommonAmongManyIsChance() {
        for (int day = 28; day > 0; day -= 4) {
            act(BO, day);
            act(CY, day - 1);
            act(DEE, day - 2);
        }
        act(CY, 4);

        assertThat(standings()).endsWith(Standing.FORMING);
    }

    @Test
    void allSeatsActiveWithAnExecutiveIsComplete() {
        fillAllSeats();

        assertThat(standings()).endsWith(Standing.COMPLETE);
    }

    @Test
    void aNextStepWithoutAnObjectionIsConsensus() {
        fillAllSeats();
        sayings.add(new Saying(BO, CALENDAR.daysAgo(10), ConversationSignal.MEETING_BOOKED));

        assertThat(standings()).endsWith(Standing.CONSENSUS);

        sayings.add(new Saying(CY, CALENDAR.daysAgo(9), ConversationSignal.OBJECTION_BUDGET));

        assertThat(standings()).endsWith(Standing.COMPLETE);

        sayings.add(new Saying(CY, CALENDAR.daysAgo(8), ConversationSignal.POSITIVE_REPLY));

        assertThat(standings()).endsWith(Standing.CONSENSUS);
    }

    @Test
    void aHolderWhoLeavesMakesItRegress() {
        var leaving = new Member(
                DEE.person(), DEE.job(), DEE.hired(), Optional.of(FactTime.at(CALENDAR.daysAgo(20))), Optional.empty());
        seats = List.of(seat(CommitteeRole.END_USER, leaving));
        everyWeek(ANA, BO, CY);
        act(leaving, 30);

        assertThat(standings()).endsWith(Standing.FORMING, Standing.REGRESSING);
        assertThat(stages().getLast().from()).isEqualTo(CALENDAR.daysAgo(20));
    }

    @Test
    void aPaceThatFellToLessThanHalfIsRegressing() {
        everyWeek(ANA, BO, CY);
        rhythm = new Rhythm(2, 200, 15, 0.5, 0, 0);

        assertThat(standings()).endsWith(Standing.FORMING, Standing.REGRESSING);
        assertThat(stages().getLast().from()).isEqualTo(CALENDAR.daysAgo(14));
    }

    private void fillAllSeats() {
        seats = List.of(
                seat(CommitteeRole.DECISION_MAKER, ANA),
                seat(CommitteeRole.CHAMPION, CY),
                seat(CommitteeRole.END_USER, BO));
        everyWeek(ANA, BO, CY);
    }

    private List<Standing> standings() {
        return stages().stream().map(TrueStage::standing).toList();
    }

    private List<TrueStage> stages() {
        var plan = new Plan("Toys", pattern, Segment.SMALL_BUSINESS, 0.5, 4, Optional.empty());
        var company = new Company(9, plan, Optional.empty(), List.of(), Dice.forAccount(1, 9));
        var staff = new Staff(List.of(ANA, BO, CY, DEE), Optional.of(ANA), Optional.empty());
        var life = new Life(List.of(), acts, sayings, List.of(), Optional.empty());
        return new StageTruth(company, staff, new Committee(seats), life, rhythm).tell(CALENDAR);
    }

    /** Each on a day of their own. */
    private void everyWeek(Member... members) {
        for (int day = 70; day >= 0; day -= 7) {
            for (int later = 0; later < members.length; later++) {
                act(members[later], day - later);
            }
        }
    }

    private void act(Member member, int daysAgo) {
        acts.add(new Act(member, CALENDAR.daysAgo(daysAgo), Optional.empty(), Optional.empty()));
    }

    private static Committee.Seat seat(CommitteeRole role, Member holder) {
        Instant since = CALENDAR.daysAgo(100);
        return new Committee.Seat(role, holder, since, Showing.UNSTATED, Optional.empty());
    }

    private static Member member(int number, JobFunction function, Seniority seniority) {
        var hired = FactTime.at(CALENDAR.daysAgo(500));
        var person = new Person(Keys.person(9, number), "", Optional.empty(), hired);
        return new Member(
                person,
                new Job(Optional.empty(), false, function, seniority),
                hired,
                Optional.empty(),
                Optional.empty());
    }
}
