package io.caucus.world;

import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What decides a deal. Deals that a story holds in their stage, and those from before the story, are not among these.
 *
 * @param decided when its timetable is over; it may be lost before
 * @param winProbability as somebody knows who knows all that is planted but the noise, before the deal begins
 * @param ties that weighed on it
 * @param outcome by the end of the world
 * @param steps what is likely once it has got so far, from its beginning on
 */
public record TrueDeal(
        OpportunityId deal,
        Instant decided,
        double winProbability,
        SortedSet<Tie> ties,
        Outcome outcome,
        List<Step> steps) {

    /**
     * An open stage of the timetable.
     *
     * @param entered when it begins, if the deal gets there
     * @param winProbability of a deal that got there
     * @param withoutTies what that would be, had no tie weighed on the deal
     */
    public record Step(Instant entered, double winProbability, double withoutTies) {}

    public TrueDeal {
        ties = Collections.unmodifiableSortedSet(new TreeSet<>(ties));
        steps = List.copyOf(steps);
    }

    /** How far a deal is that is open at the instant; empty before it begins. */
    public Optional<Step> stepAt(Instant instant) {
        return steps.stream().filter(step -> !step.entered().isAfter(instant)).reduce((earlier, later) -> later);
    }

    static TrueDeal of(int account, Deal deal, Instant end) {
        var outcome = deal.isWon() ? Outcome.WON : Outcome.LOST;
        return new TrueDeal(
                Keys.opportunity(account, deal.timetable().number()),
                deal.timetable().decided(),
                deal.winProbability(),
                deal.ties(),
                deal.isOpenAt(end) ? Outcome.OPEN : outcome,
                deal.steps());
    }
}
