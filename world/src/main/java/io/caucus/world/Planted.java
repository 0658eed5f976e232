package io.caucus.world;

import io.caucus.graphmodel.fact.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What holds for a whole world. What each {@link Tie} weighs, it says itself.
 *
 * @param drift from when on maturity weighs less, and half of the visits are chats
 * @param gaming those of ours who game the numbers
 */
public record Planted(Instant drift, List<PlantedLeak> leaks, SortedSet<UserId> gaming) {

    public Planted {
        leaks = List.copyOf(leaks);
        gaming = Collections.unmodifiableSortedSet(new TreeSet<>(gaming));
    }
}
