package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Parameters;
import io.caucus.features.activity.Activity;
import io.caucus.features.champion.Champions;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.features.committee.CommitteeMap.Seat;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules read of a committee at one instant, without looking back; worked out when it is asked for. */
final class Standing {

    private final Activity activity;
    private final Parameters parameters;
    private @Nullable CommitteeMap committee;
    private @Nullable Champions champions;
    private @Nullable List<LiveSeat> seats;
    private @Nullable List<Seat> heldSeats;
    private @Nullable Boolean isFormingOrAbove;

    Standing(Activity activity, Parameters parameters) {
        this.activity = activity;
        this.parameters = parameters;
    }

    /** At the instant of an account that has been looked at. */
    static Standing of(AccountContext account, Parameters parameters) {
        var standing = new Standing(account.activity(), parameters);
        standing.committee = account.committee();
        standing.champions = account.champions();
        return standing;
    }

    Activity activity() {
        return activity;
    }

    CommitteeMap committee() {
        if (committee == null) {
            committee = CommitteeMap.of(activity, parameters.committee());
        }
        return committee;
    }

    private Champions whoMovesOthers() {
        if (champions == null) {
            champions = new Champions(activity, parameters.champion());
        }
        return champions;
    }

    private List<LiveSeat> seats() {
        if (seats == null) {
            seats = LiveSeat.of(
                    committee(), parameters.committee(), activity.history().asOf());
        }
        return seats;
    }

    private StageParameters stages() {
        return parameters.committee().stages();
    }

    /** Without anybody engaged there is nothing to work out. */
    boolean isFormingOrAbove() {
        if (isFormingOrAbove == null) {
            isFormingOrAbove =
                    isAnyoneEngaged() && CommitteeStage.of(met().keySet()).isFormingOrAbove();
        }
        return isFormingOrAbove;
    }

    private boolean isAnyoneEngaged() {
        var engagedFor = parameters.committee().engagedFor();
        return activity.findLast()
                .filter(last -> activity.history()
                        .asOf()
                        .last(engagedFor)
                        .contains(last.time().occurredAt()))
                .isPresent();
    }

    /** The criteria met that decide whether a committee has formed, each with what was measured. */
    SortedMap<StageCriterion, Double> met() {
        var met = new TreeMap<StageCriterion, Double>();
        double actions = activity.countIn(activity.history().asOf().last(stages().awareFor()));
        double people = committee().engaged().size();
        double functions = functions();
        double live = LiveCompleteness.mean(seats());
        put(StageCriterion.ACTIVE, actions, actions > 0, met);
        put(StageCriterion.SEVERAL_PEOPLE, people, people >= stages().fewestPeople(), met);
        put(StageCriterion.SEVERAL_FUNCTIONS, functions, functions >= stages().fewestFunctions(), met);
        put(StageCriterion.SEATS_LIVE, live, live >= stages().completeLive() - LiveSeat.ROUNDING, met);
        put(StageCriterion.DECIDER_ACTIVE, 1, isDeciderActive(), met);
        return met;
    }

    private static void put(
            StageCriterion criterion, double measured, boolean isMet, SortedMap<StageCriterion, Double> met) {
        if (isMet) {
            met.put(criterion, measured);
        }
    }

    private long functions() {
        return committee().engaged().stream()
                .map(Member::function)
                .filter(function -> function != JobFunction.UNKNOWN)
                .distinct()
                .count();
    }

    private boolean isDeciderActive() {
        var buyers = committee().assignedTo(Set.of(CommitteeRole.ECONOMIC_BUYER));
        return committee().engaged().stream()
                .anyMatch(member -> member.seniority().isExecutive() || buyers.contains(member.person()));
    }

    boolean hasEffectChampion() {
        return whoMovesOthers().findByEffect().isPresent();
    }

    /** Whoever is assigned as champion, then the champion by effect, if they are active; asked for one by one, for the last costs most. */
    Stream<PersonId> champions() {
        var assigned = committee().assignedTo(Set.of(CommitteeRole.CHAMPION)).stream();
        var byEffect = Stream.of(this).flatMap(standing -> standing.whoMovesOthers().findByEffect().stream());
        return Stream.concat(assigned, byEffect).filter(champion -> isEnough(activity(champion)));
    }

    boolean hasChampion() {
        return champions().findFirst().isPresent();
    }

    /** Whether a champion of then has left, fallen silent, or is assigned no more; being hard to tell from chance is no loss. */
    boolean isLost(PersonId champion, Standing then) {
        boolean wasAssigned =
                then.committee().assignedTo(Set.of(CommitteeRole.CHAMPION)).contains(champion);
        return !isEnough(activity(champion)) || (wasAssigned && !isStillSaid(champion, CommitteeRole.CHAMPION));
    }

    /** The required seats that those assigned to them fill, as far as they are active. */
    List<Seat> heldSeats() {
        if (heldSeats == null) {
            heldSeats = committee().requiredSeats().stream()
                    .filter(seat -> isFilled(seat, seat.assigned()))
                    .toList();
        }
        return heldSeats;
    }

    /** Whether a seat that was held is not any more: those who held it left, fell silent or are assigned no more, and nobody came instead. */
    boolean isLost(Seat held) {
        var still = held.assigned().stream()
                .filter(holder -> isStillSaid(holder, held.role()))
                .toList();
        return !isFilled(held, still) && heldSeats().stream().noneMatch(seat -> seat.role() == held.role());
    }

    private boolean isFilled(Seat seat, List<PersonId> holders) {
        double active = 0;
        for (PersonId holder : holders) {
            active += activity(holder);
        }
        return isEnough(active / seat.required());
    }

    private boolean isEnough(double filled) {
        return filled >= parameters.committee().leastLive() - LiveSeat.ROUNDING;
    }

    /** In [0, 1]; 0 of whoever is not employed here, or never acted. */
    private double activity(PersonId person) {
        return committee().members().stream()
                .filter(member -> member.person().equals(person))
                .mapToDouble(member -> LiveSeat.active(
                        member, parameters.committee(), activity.history().asOf()))
                .findFirst()
                .orElse(0);
    }

    /** Whether any source has them in the role, be the opportunity open or not: a deal that closes unseats nobody. */
    private boolean isStillSaid(PersonId person, CommitteeRole role) {
        var asOf = activity.history().asOf();
        return activity.history().roles().stream()
                .anyMatch(
                        holding -> holding.person().equals(person) && holding.role() == role && holding.holdsAt(asOf));
    }
}
