package io.caucus.features.committee;

import io.caucus.features.Parameters;
import io.caucus.features.activity.Activity;
import io.caucus.features.champion.Champions;
import io.caucus.features.committee.CommitteeMap.Member;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import io.caucus.graphmodel.vocabulary.JobFunction;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the rules read of a committee at one instant, without looking back. */
final class Standing {

    private final Activity activity;
    private final CommitteeMap committee;
    private final Parameters parameters;
    private final List<LiveSeat> seats;

    Standing(Activity activity, CommitteeMap committee, Parameters parameters) {
        this.activity = activity;
        this.committee = committee;
        this.parameters = parameters;
        this.seats = LiveSeat.of(
                committee, parameters.committee(), activity.history().asOf());
    }

    Activity activity() {
        return activity;
    }

    CommitteeMap committee() {
        return committee;
    }

    private StageParameters stages() {
        return parameters.committee().stages();
    }

    boolean isFormingOrAbove() {
        return CommitteeStage.of(met().keySet()).isFormingOrAbove();
    }

    /** The criteria met that decide whether a committee has formed, each with what was measured. */
    SortedMap<StageCriterion, Double> met() {
        var met = new TreeMap<StageCriterion, Double>();
        double actions = activity.countIn(activity.history().asOf().last(stages().awareFor()));
        double people = committee.engaged().size();
        double functions = functions();
        double live = LiveCompleteness.mean(seats);
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
        return committee.engaged().stream()
                .map(Member::function)
                .filter(function -> function != JobFunction.UNKNOWN)
                .distinct()
                .count();
    }

    private boolean isDeciderActive() {
        var buyers = committee.assignedTo(Set.of(CommitteeRole.ECONOMIC_BUYER));
        return committee.engaged().stream()
                .anyMatch(member -> member.seniority().isExecutive() || buyers.contains(member.person()));
    }

    boolean hasEffectChampion() {
        return new Champions(activity, parameters.champion()).findByEffect().isPresent();
    }

    boolean hasChampion() {
        return !committee.assignedTo(Set.of(CommitteeRole.CHAMPION)).isEmpty() || hasEffectChampion();
    }

    SortedSet<CommitteeRole> liveSeats() {
        return seats.stream()
                .filter(seat -> !seat.isMissing(parameters.committee()))
                .map(LiveSeat::role)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
