package io.caucus.features.propagation;

import io.caucus.features.propagation.EventLog.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether the largest cascade influence in a log is more than chance brings about among people with these very rhythms.
 *
 * <p><b>Definition.</b> Chance is the log with every person's own events kept, but all those of one person in one cascade shifted
 * by one amount drawn evenly, around a circle that is as long as the cascade was watched. Of n such logs
 * lift = observed ÷ mean and p = (1 + number with at least as much) ÷ (n + 1), where the mean is over the n and the observed one.
 *
 * <p><b>Source.</b> Toroidal shifts: H. Lotwick, B. Silverman, "Methods for analysing spatial processes of several types of points",
 * JRSS B 44 (1982); that p counts the log itself: B. Phipson, G. Smyth, "Permutation p-values should never be zero" (2010).
 *
 * <p><b>Cost.</b> n times that of {@link Credits}. <b>Determinism.</b> Seeded: the same log and seed give the same bits.
 *
 * @param observed the largest cascade influence of a person
 * @param byChance the same of each shifted log; where nothing was observed none is drawn, and each counts as 0
 */
public record ShiftTest(double observed, List<Double> byChance) {

    public ShiftTest {
        byChance = List.copyOf(byChance);
    }

    /** @param strengths not learned anew from the shifted logs: chance is judged as the log was */
    public static ShiftTest of(EventLog log, Settings settings, Strengths strengths, int shifts, long seed) {
        double observed = largest(log, settings, strengths);
        if (observed == 0) {
            return new ShiftTest(0, Collections.nCopies(shifts, 0.0));
        }
        var random = new SplittableRandom(seed);
        var byChance = new ArrayList<Double>();
        for (int shift = 0; shift < shifts; shift++) {
            byChance.add(largest(shifted(log, random), settings, strengths));
        }
        return new ShiftTest(observed, byChance);
    }

    /** The mean by chance, the log itself counted in: what is observed is one of the ways it could have been. */
    public double expected() {
        double sum = observed;
        for (double influence : byChance) {
            sum += influence;
        }
        return sum / (byChance.size() + 1);
    }

    /** How many times chance; at most n + 1, and 1 where nothing was observed. */
    public double lift() {
        return observed > 0 ? observed / expected() : 1;
    }

    /** One-sided, in [1/(n + 1), 1]. */
    public double p() {
        return p(observed);
    }

    /** The same for somebody else's influence: how often chance gives anybody as much. */
    public double p(double influence) {
        int asLarge = 1;
        for (double chance : byChance) {
            asLarge += chance >= influence ? 1 : 0;
        }
        return (double) asLarge / (byChance.size() + 1);
    }

    private static double largest(EventLog log, Settings settings, Strengths strengths) {
        var credits = Credits.of(log, settings, strengths);
        return IntStream.range(0, log.people())
                .mapToDouble(credits::cascadeInfluence)
                .max()
                .orElse(0);
    }

    private static EventLog shifted(EventLog log, SplittableRandom random) {
        var events = new ArrayList<Event>(log.size());
        int begun = 0;
        for (int event = 0; event < log.size(); event++) {
            if (event + 1 == log.size() || cascade(log, event + 1) != cascade(log, event)) {
                events.addAll(shifted(log.events().subList(begun, event + 1), log, random));
                begun = event + 1;
            }
        }
        return EventLog.of(log.people(), events, log.span());
    }

    private static int cascade(EventLog log, int event) {
        return log.events().get(event).cascade();
    }

    private static List<Event> shifted(List<Event> cascade, EventLog log, SplittableRandom random) {
        long begin = cascade.getFirst().at();
        long circle = log.span() + 1;
        long[] by = random.longs(log.people(), 0, circle).toArray();
        return cascade.stream()
                .map(event -> new Event(
                        begin + (event.at() - begin + by[event.actor()]) % circle,
                        event.actor(),
                        event.reached(),
                        event.reach(),
                        event.cascade()))
                .toList();
    }
}
