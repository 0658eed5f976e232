package io.caucus.features.propagation;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What anybody would try first to say who triggered a response. They judge the same candidates as the model does, those that weigh
 * anything by its {@link Settings}, and give shares that add up to 1.
 */
public final class SimpleRules {

    private SimpleRules() {}

    /** All of it to whoever acted last. */
    public static SortedMap<Integer, Double> latest(EventLog log, int response, Settings settings) {
        var last = new TreeMap<Integer, Double>();
        forEachCandidate(log, response, settings, (actor, lag, reach) -> last.merge(actor, -lag, Math::max));
        return winnerTakesAll(last);
    }

    /** All of it to whoever acted most often. */
    public static SortedMap<Integer, Double> mostFrequent(EventLog log, int response, Settings settings) {
        var counts = new TreeMap<Integer, Double>();
        forEachCandidate(log, response, settings, (actor, lag, reach) -> counts.merge(actor, 1.0, Double::sum));
        return winnerTakesAll(counts);
    }

    /** By Σ 2^(−lag / half-life) ÷ reach. */
    public static SortedMap<Integer, Double> decayed(EventLog log, int response, Settings settings, double halfLife) {
        var weights = new TreeMap<Integer, Double>();
        forEachCandidate(
                log,
                response,
                settings,
                (actor, lag, reach) -> weights.merge(actor, Math.pow(0.5, lag / halfLife) / reach, Double::sum));
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((person, weight) -> total > 0 ? weight / total : 1.0 / weights.size());
        return weights;
    }

    private interface Candidate {
        void take(int actor, double lag, int reach);
    }

    private static void forEachCandidate(EventLog log, int response, Settings settings, Candidate taker) {
        var weighed = Candidates.responseOf(log, response, settings);
        for (int candidate = 0; candidate < weighed.size(); candidate++) {
            var cause = log.events().get(weighed.cause(candidate));
            taker.take(cause.actor(), (double) (log.events().get(response).at() - cause.at()), cause.reach());
        }
    }

    /** Of equals the one of the smallest number. */
    private static SortedMap<Integer, Double> winnerTakesAll(SortedMap<Integer, Double> amounts) {
        var shares = new TreeMap<Integer, Double>();
        amounts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .ifPresent(winner ->
                        amounts.keySet().forEach(person -> shares.put(person, person.equals(winner) ? 1.0 : 0.0)));
        return shares;
    }
}
