package io.caucus.world;

import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.vocabulary.Outcome;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What decides a deal. Deals that a story holds in their stage, and those from before the story, are not among these.
 *
 * @param decided when its timetable is over; it may be lost before
 * @param winProbability as somebody knows who knows all that is planted but the noise, before the deal begins
 * @param ties that weighed on it
 * @param outcome by the end of the world
 */
public record TrueDeal(
        OpportunityId deal, Instant decided, double winProbability, SortedSet<Tie> ties, Outcome outcome) {

    public TrueDeal {
        ties = Collections.unmodifiableSortedSet(new TreeSet<>(ties));
    }

    static TrueDeal of(int account, Deal deal, Instant end) {
        var outcome = deal.isWon() ? Outcome.WON : Outcome.LOST;
        return new TrueDeal(
                Keys.opportunity(account, deal.timetable().number()),
                deal.timetable().decided(),
                deal.winProbability(),
                deal.ties(),
                deal.isOpenAt(end) ? Outcome.OPEN : outcome);
    }
}
