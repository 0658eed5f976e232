package io.caucus.features.propagation;

import java.util.ArrayList;
import java.util.Arrays;
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
 * <p><b>Cost.</b> n times that of {@link ShiftedCascade}. <b>Determinism.</b> Seeded: the same log and seed give the same bits.
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
        var cascades = cascades(log, settings, strengths);
        var byChance = new ArrayList<Double>();
        for (int shift = 0; shift < shifts; shift++) {
            byChance.add(largest(cascades, log.people(), random));
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

    private static List<ShiftedCascade> cascades(EventLog log, Settings settings, Strengths strengths) {
        var cascades = new ArrayList<ShiftedCascade>();
        int begun = 0;
        for (int event = 0; event < log.size(); event++) {
            if (event + 1 == log.size() || cascade(log, event + 1) != cascade(log, event)) {
                cascades.add(new ShiftedCascade(log.events().subList(begun, event + 1), log, settings, strengths));
                begun = event + 1;
            }
        }
        return cascades;
    }

    private static int cascade(EventLog log, int event) {
        return log.events().get(event).cascade();
    }

    /** Of the log shifted once. */
    private static double largest(List<ShiftedCascade> cascades, int people, SplittableRandom random) {
        var influence = new double[people];
        cascades.forEach(cascade -> cascade.addShifted(random, influence));
        return Arrays.stream(influence).max().orElse(0);
    }
}
