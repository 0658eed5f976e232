package io.caucus.features.committee;

import io.caucus.features.AccountContext;
import io.caucus.features.Parameters;
import io.caucus.features.activity.Activity;
import io.caucus.features.committee.CommitteeMap.Seat;
import io.caucus.features.engagement.EngagementFeatures;
import io.caucus.features.engagement.EngagementState;
import io.caucus.features.opportunity.OpportunityFeatures;
import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.Surroundings;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.CommitteeRole;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which criteria of the stages one account's committee met at any instant up to that of its history.
 *
 * <p>What was at an earlier instant is judged by the facts that could be seen then, as they are told now: a title that was
 * corrected since is read as corrected, and what has been deleted since is not there.
 *
 * <p><b>Cost.</b> One committee map for each instant asked about at which somebody was engaged, which is kept, and for each judgement one test of
 * coordination and the credits of all activations.
 */
final class StageJudge {

    private final AccountHistory history;
    private final Parameters parameters;
    private final StageParameters stages;
    private final Map<Instant, Standing> standings = new TreeMap<>();

    StageJudge(AccountHistory history, Parameters parameters) {
        this.history = history;
        this.parameters = parameters;
        this.stages = parameters.committee().stages();
    }

    /** Of an account that has been looked at as of its instant. */
    static StageJudge of(AccountContext account, Parameters parameters) {
        var judge = new StageJudge(account.history(), parameters);
        judge.standings.put(account.asOf().instant(), Standing.of(account, parameters));
        return judge;
    }

    /**
     * The stage that the criteria of {@link #met} put the committee in, without what does not matter to it; empty as long as
     * nobody is known to be employed at the account.
     */
    Optional<CommitteeStage> stage(Instant at) {
        return standing(at).filter(now -> !now.committee().members().isEmpty()).map(now -> stage(at, now));
    }

    private CommitteeStage stage(Instant at, Standing now) {
        if (!now.met().containsKey(StageCriterion.ACTIVE)) {
            return CommitteeStage.UNAWARE;
        }
        return isRegressing(at, now)
                ? CommitteeStage.REGRESSING
                : CommitteeStage.of(metNow(now).keySet());
    }

    /** Asked in the order of what it costs to know. */
    private boolean isRegressing(Instant at, Standing now) {
        boolean isCooling = isCooling(at, now);
        return formed(at).anyMatch(then -> isCooling || !lostSeats(then, now).isEmpty())
                || areChampionsLost(formed(at), now);
    }

    private static List<CommitteeRole> lostSeats(Standing then, Standing now) {
        return then.heldSeats().stream()
                .filter(seat -> now.isLost(seat))
                .map(Seat::role)
                .toList();
    }

    /** Whether there were champions, and all of them are lost without another having come. */
    private static boolean areChampionsLost(Stream<Standing> formed, Standing now) {
        return !now.hasChampion()
                && formed.anyMatch(then ->
                        then.champions().allMatch(champion -> now.isLost(champion, then)) && then.hasChampion());
    }

    /** The criteria met, each with what was measured; empty as long as nobody is known to be employed at the account. */
    Optional<SortedMap<StageCriterion, Double>> met(Instant at) {
        return standing(at).filter(now -> !now.committee().members().isEmpty()).map(now -> met(at, now));
    }

    private SortedMap<StageCriterion, Double> met(Instant at, Standing now) {
        var met = metNow(now);
        if (isCooling(at, now)) {
            met.put(StageCriterion.COOLING, 1.0);
        }
        met.putAll(lost(at, now));
        return Collections.unmodifiableSortedMap(met);
    }

    /** Those that ask for no look back. */
    private SortedMap<StageCriterion, Double> metNow(Standing now) {
        var met = new TreeMap<>(now.met());
        var coordination = new Coordination(now.activity(), parameters.committee());
        double chance = coordination.people() > 1 ? coordination.p() : 1;
        if (chance < stages.significance()) {
            met.put(StageCriterion.COORDINATED, chance);
        }
        if (now.hasEffectChampion()) {
            met.put(StageCriterion.EFFECT_CHAMPION, 1.0);
        }
        double conflict = Resistance.of(
                        now.activity(), now.committee(), parameters.committee().conflict())
                .total();
        if (conflict > 0) {
            met.put(StageCriterion.CONFLICT, conflict);
        }
        if (OpportunityFeatures.isNextStepSet(now.activity(), parameters.opportunity())) {
            met.put(StageCriterion.NEXT_STEP, 1.0);
        }
        return met;
    }

    /** Where few act, a week without an action is a matter of chance: cooling has to last from one look to the next. */
    private boolean isCooling(Instant at, Standing now) {
        return isCooling(now)
                && standing(at.minus(stages.look())).filter(this::isCooling).isPresent();
    }

    private boolean isCooling(Standing then) {
        return EngagementFeatures.findState(then.activity(), parameters.engagement())
                .filter(EngagementState.COOLING::equals)
                .isPresent();
    }

    /** What there was at an earlier look, with a committee that had formed, and is no more. */
    private SortedMap<StageCriterion, Double> lost(Instant at, Standing now) {
        var formed = formed(at).toList();
        var lost = new TreeMap<StageCriterion, Double>();
        if (formed.isEmpty()) {
            return lost;
        }
        lost.put(StageCriterion.HAD_FORMED, 1.0);
        if (areChampionsLost(formed.stream(), now)) {
            lost.put(StageCriterion.CHAMPION_LOST, 1.0);
        }
        var seats =
                formed.stream().flatMap(then -> lostSeats(then, now).stream()).collect(Collectors.toSet());
        if (!seats.isEmpty()) {
            lost.put(StageCriterion.SEAT_LOST, (double) seats.size());
        }
        return lost;
    }

    /** What there was at each earlier look at which the committee had formed, latest first. */
    private Stream<Standing> formed(Instant at) {
        var first = at.minus(stages.memory());
        return Stream.iterate(at.minus(stages.look()), look -> look.isAfter(first), look -> look.minus(stages.look()))
                .filter(this::mayHaveFormed)
                .flatMap(look -> standing(look).stream())
                .filter(Standing::isFormingOrAbove);
    }

    /** Whoever is engaged has acted: where nobody had, nothing earlier need be worked out. */
    private boolean mayHaveFormed(Instant look) {
        var window = new AsOf(look).last(parameters.committee().engagedFor());
        return history.engagements().stream()
                .anyMatch(engagement -> engagement.isBuyerAction()
                        && window.contains(engagement.time().occurredAt()));
    }

    /** Empty before the account was known. */
    private Optional<Standing> standing(Instant at) {
        var asOf = new AsOf(at);
        return asOf.sees(history.account().time())
                ? Optional.of(standings.computeIfAbsent(at, first -> standing(asOf)))
                : Optional.empty();
    }

    private Standing standing(AsOf asOf) {
        return new Standing(Activity.of(asOf.equals(history.asOf()) ? history : earlier(asOf)), parameters);
    }

    private AccountHistory earlier(AsOf asOf) {
        return new AccountHistory(
                history.account(),
                asOf,
                history.employments(),
                history.people(),
                history.opportunities(),
                history.stageChanges(),
                history.fieldChanges(),
                history.roles(),
                history.engagements(),
                history.signalReadings(),
                history.tickets(),
                history.subsidiaries(),
                history.links(),
                history.things(),
                Surroundings.NONE);
    }
}
