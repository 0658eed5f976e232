package io.caucus.features.committee;

import io.caucus.features.AccountContext;
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
import org.jspecify.annotations.Nullable;

/** What the rules read of a committee at one instant, without looking back; worked out when it is asked for. */
final class Standing {

    private final Activity activity;
    private final Parameters parameters;
    private @Nullable CommitteeMap committee;
    private @Nullable Champions champions;
    private @Nullable List<LiveSeat> seats;

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

    private Champions champions() {
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
        return isAnyoneEngaged() && CommitteeStage.of(met().keySet()).isFormingOrAbove();
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
        return champions().findByEffect().isPresent();
    }

    boolean hasChampion() {
        return !committee().assignedTo(Set.of(CommitteeRole.CHAMPION)).isEmpty() || hasEffectChampion();
    }

    SortedSet<CommitteeRole> liveSeats() {
        return seats().stream()
                .filter(seat -> !seat.isMissing(parameters.committee()))
                .map(LiveSeat::role)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
