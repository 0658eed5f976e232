package io.caucus.features.propagation;

import io.caucus.features.propagation.EventLog.Event;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * Fits kernel and odds where it is known who triggered what.
 *
 * <p><b>Definition.</b> A trigger says of a response which person brought it about. The loss is the mean of −ln of that person's share
 * among all candidates, chance left out; responses that the person is no candidate of are passed over. Scale, exponent and the odds of
 * being addressed (where those who are not count, too) and of being answered are changed one after the other, each by golden-section search over its logarithm, until a round gains less
 * than 10^−6.
 *
 * <p><b>Source.</b> J. Kiefer, "Sequential minimax search for a maximum" (1953); the loss is the partial likelihood of Cox (1975).
 *
 * <p><b>Cost.</b> Some hundred times that of weighing the triggered responses once. <b>Determinism.</b> No randomness. Each search takes
 * the loss to fall and rise once between its ends, so a better fit may exist where it does not.
 *
 * @param settings with what was fitted
 * @param loss at the end, in nats
 * @param rounds over all parameters
 */
public record TriggerFit(Settings settings, double loss, int rounds, boolean converged) {

    private static final int MOST_ROUNDS = 100;
    private static final int STEPS = 24;
    private static final double GAIN = 1e-6;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * @param triggers by the place of the response in the log, the person who triggered it
     * @param answered whether the odds are fitted, too; else they stay
     */
    public static TriggerFit of(
            EventLog log,
            Settings settings,
            Strengths strengths,
            SortedMap<Integer, Integer> triggers,
            boolean answered) {
        var best = settings;
        double loss = loss(log, best, strengths, triggers);
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            double before = loss;
            var from = best;
            best = search(
                    scale -> from.withKernel(new Kernel(scale, from.kernel().exponent())),
                    from.kernel().scale(),
                    log,
                    strengths,
                    triggers);
            var scaled = best;
            best = search(
                    exponent -> scaled.withKernel(new Kernel(scaled.kernel().scale(), exponent)),
                    scaled.kernel().exponent(),
                    log,
                    strengths,
                    triggers);
            if (answered && best.odds().unnamed() > 0) {
                var bent = best;
                best = search(
                        odds -> bent.withOdds(bent.odds().withAddressed(odds)),
                        bent.odds().addressed(),
                        log,
                        strengths,
                        triggers);
            }
            if (answered) {
                var bent = best;
                best = search(
                        odds -> bent.withOdds(bent.odds().withAnswered(odds)),
                        bent.odds().answered(),
                        log,
                        strengths,
                        triggers);
            }
            loss = loss(log, best, strengths, triggers);
            if (before - loss < GAIN) {
                return new TriggerFit(best, loss, round, true);
            }
        }
        return new TriggerFit(best, loss, MOST_ROUNDS, false);
    }

    /** The best within a factor of eight of where it was; that itself if nothing is better. */
    private static Settings search(
            DoubleFunction<Settings> settings,
            double start,
            EventLog log,
            Strengths strengths,
            SortedMap<Integer, Integer> triggers) {
        double low = Math.log(start / 8);
        double high = Math.log(start * 8);
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            boolean leftIsBetter = loss(log, settings.apply(Math.exp(left)), strengths, triggers)
                    <= loss(log, settings.apply(Math.exp(right)), strengths, triggers);
            low = leftIsBetter ? low : left;
            high = leftIsBetter ? right : high;
        }
        var found = settings.apply(Math.exp((low + high) / 2));
        var before = settings.apply(start);
        return loss(log, found, strengths, triggers) < loss(log, before, strengths, triggers) ? found : before;
    }

    /** The mean of −ln of the true person's share, in nats; 0 without triggers. */
    public static double loss(
            EventLog log, Settings settings, Strengths strengths, SortedMap<Integer, Integer> triggers) {
        double sum = 0;
        int counted = 0;
        for (Map.Entry<Integer, Integer> trigger : triggers.entrySet()) {
            double share = shares(log, trigger.getKey(), settings, strengths).getOrDefault(trigger.getValue(), 0.0);
            sum -= share > 0 ? Math.log(share) : 0;
            counted += share > 0 ? 1 : 0;
        }
        return counted == 0 ? 0 : sum / counted;
    }

    /** Of each person who may have triggered an event the share, chance left out; they add up to 1. */
    public static SortedMap<Integer, Double> shares(
            EventLog log, int response, Settings settings, Strengths strengths) {
        var weights = new TreeMap<Integer, Double>();
        double total = 0;
        var weighed = Candidates.responseOf(log, response, settings);
        for (int candidate = 0; candidate < weighed.size(); candidate++) {
            Event cause = log.events().get(weighed.cause(candidate));
            double weight = weighed.weight(candidate)
                    * strengths.of(cause.actor(), log.events().get(response).actor());
            weights.merge(cause.actor(), weight, Double::sum);
            total += weight;
        }
        double all = total;
        weights.replaceAll((person, weight) -> weight / all);
        return weights;
    }
}
