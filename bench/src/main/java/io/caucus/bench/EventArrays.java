package io.caucus.bench;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account's events as somebody would keep them who wanted nothing but speed: times and people by number. */
final class EventArrays {

    private static final double HALF_LIFE = Duration.ofDays(14).toSeconds();
    private static final long MONTH = Duration.ofDays(30).toSeconds();

    private final long[] ages;
    private final int[] actors;
    private final int people;

    /**
     * @param ages how long ago each was, in seconds
     * @param actors by a person's number; −1 where one of ours acted
     */
    EventArrays(long[] ages, int[] actors, int people) {
        this.ages = ages.clone();
        this.actors = actors.clone();
        this.people = people;
    }

    static EventArrays of(AccountHistory history) {
        var numbers = new TreeMap<PersonId, Integer>();
        var engagements = history.engagements();
        engagements.stream()
                .flatMap(one -> one.performedBy().stream())
                .forEach(person -> numbers.putIfAbsent(person, numbers.size()));
        return new EventArrays(
                engagements.stream()
                        .mapToLong(one -> Duration.between(
                                        one.time().occurredAt(), history.asOf().instant())
                                .toSeconds())
                        .toArray(),
                engagements.stream().mapToInt(one -> number(one, numbers)).toArray(),
                numbers.size());
    }

    private static int number(Engagement engagement, Map<PersonId, Integer> numbers) {
        List<PersonId> by = engagement.performedBy();
        return by.isEmpty() ? -1 : numbers.getOrDefault(by.getFirst(), -1);
    }

    /** The least that features of events take: one pass that fades each, counts who acted of late, and finds the newest. */
    double pass() {
        var actions = new int[people];
        double faded = 0;
        long newest = Long.MAX_VALUE;
        for (int event = 0; event < ages.length; event++) {
            if (actors[event] >= 0) {
                faded += Math.exp(-ages[event] / HALF_LIFE);
                newest = Math.min(newest, ages[event]);
                actions[actors[event]] += ages[event] < MONTH ? 1 : 0;
            }
        }
        int active = 0;
        for (int count : actions) {
            active += count > 0 ? 1 : 0;
        }
        return faded + active + newest;
    }
}
