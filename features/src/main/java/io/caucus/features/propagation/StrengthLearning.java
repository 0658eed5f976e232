package io.caucus.features.propagation;

import io.caucus.features.propagation.Candidates.Response;
import io.caucus.features.propagation.EventLog.Event;
import io.caucus.features.propagation.Strengths.Convergence;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns pair strengths α and base rates μ of a log.
 *
 * <p><b>Definition.</b> Responses of j come at the rate λ_j(s) = μ_j + Σ α_ij κ g(s − t) / reach while j is at risk, a multivariate
 * Hawkes process. Strengths have a Gamma prior with shape a and rate b, where b is {@link Prior#weight} times the median
 * exposure, so that the posterior is largest at the fixed point of
 *
 * <pre>
 *   p_ij = α_ij w_ij / (μ_j + Σ α w)      α_ij = (Σ p_ij + a − 1) / (exposure_ij + b)      μ_j = (Σ p_j + a − 1) / time_j
 * </pre>
 *
 * where exposure_ij sums the kernel's mass over the time in which j could have followed i and p_j is the share of chance. Toward
 * the mean, one strength for all pairs is learned first, and b times it is added to a − 1. Time is in multiples of the kernel's
 * scale.
 *
 * <p><b>Source.</b> E. Lewis, G. Mohler, "A nonparametric EM algorithm for multiscale Hawkes processes" (2011), with a parametric
 * kernel; without base rates and with first events only, the survival likelihood of M. Gomez-Rodriguez, D. Balduzzi, B. Schölkopf,
 * "Uncovering the temporal dynamics of diffusion networks" (NetRate, ICML 2011), regularised.
 *
 * <p><b>Cost.</b> O(c) an iteration for c candidates; exposures O(e·n) for e events and n people, those reached where only they can be moved. <b>Determinism.</b> No randomness; sums run over
 * responses as the log orders them. The log posterior never falls from one iteration to the next.
 */
final class StrengthLearning {

    private static final int MOST_PEOPLE = 2_000;

    private final Candidates candidates;
    private final Settings settings;
    private final long[] pairs;
    private final double[] exposure;
    private final double[] time;

    StrengthLearning(EventLog log, Settings settings) {
        var risk = new RiskTimes(log, settings.silence());
        this.candidates = Candidates.of(log, settings);
        this.settings = settings;
        this.pairs = exposedPairs();
        this.exposure = exposures(risk);
        this.time = Arrays.stream(risk.lengths())
                .map(ticks -> ticks / settings.kernel().scale())
                .toArray();
    }

    Strengths strengths() {
        double rate = settings.prior().weight() * median(exposure);
        double mean = settings.prior().toward() == Prior.Toward.MEAN ? alike().of(0, 0) : 0;
        var state = new State(pairs.length, mean * rate, rate);
        var ending = state.run();
        double otherwise =
                rate > 0 && state.pull > 0 ? (state.pull + settings.prior().shape() - 1) / rate : 0;
        for (int pair = 0; pair < pairs.length; pair++) {
            state.alpha[pair] = exposure[pair] > 0 ? state.alpha[pair] : otherwise;
        }
        return new Strengths(candidates.log().people(), pairs, state.alpha, otherwise, state.mu, ending);
    }

    /** All pairs have the same. */
    Strengths alike() {
        var state = new State(1, 0, 0);
        var ending = state.run();
        double strength = pairs.length == 0 ? 0 : state.alpha[0];
        return new Strengths(candidates.log().people(), new long[0], new double[0], strength, state.mu, ending);
    }

    /** Every pair of which one person could have moved the other, in order, each once. */
    private long[] exposedPairs() {
        boolean anybody = settings.odds().unnamed() > 0;
        int people = candidates.log().people();
        if (anybody && people > MOST_PEOPLE) {
            throw new IllegalArgumentException(
                    "the log has %d people of whom anybody could have moved anybody; strengths of all pairs are learned of at most %d"
                            .formatted(people, MOST_PEOPLE));
        }
        return candidates.log().events().stream()
                .flatMapToLong(event -> (anybody
                                ? IntStream.range(0, people)
                                : event.reached().stream().mapToInt(Integer::intValue))
                        .filter(person -> person != event.actor())
                        .mapToLong(person -> candidates.pair(event.actor(), person)))
                .distinct()
                .sorted()
                .toArray();
    }

    private double[] exposures(RiskTimes risk) {
        var exposures = new double[pairs.length];
        int people = candidates.log().people();
        for (Event event : candidates.log().events()) {
            for (int pair = firstPairOf(event.actor());
                    pair < pairs.length && pairs[pair] / people == event.actor();
                    pair++) {
                int person = (int) (pairs[pair] % people);
                double odds = settings.odds().of(event.reached().contains(person));
                exposures[pair] += odds == 0 ? 0 : odds * risk.mass(event, person, settings) / event.reach();
            }
        }
        return exposures;
    }

    private int firstPairOf(int person) {
        int index = Candidates.indexOf(candidates.pair(person, 0), pairs);
        return index < 0 ? -index - 1 : index;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** What an iteration changes: either a strength for each pair or, of size 1, one for all. */
    private final class State {

        private final double[] alpha;
        private final double[] mu = new double[time.length];
        private final double[] credit;
        private final double[] chance = new double[time.length];
        private final double[] exposed;
        private final double pull;
        private final double rate;

        State(int size, double pull, double rate) {
            this.alpha = new double[size];
            this.credit = new double[size];
            this.exposed = size == pairs.length
                    ? exposure
                    : new double[] {Arrays.stream(exposure).sum()};
            this.pull = pull;
            this.rate = rate;
            Arrays.fill(alpha, 1);
            Arrays.fill(mu, settings.spontaneous() ? 1 : 0);
        }

        Convergence run() {
            double residual = Double.POSITIVE_INFINITY;
            int iterations = 0;
            while (iterations < settings.maxIterations() && residual > settings.tolerance()) {
                share();
                residual = update();
                iterations++;
            }
            return new Convergence(iterations, residual, residual <= settings.tolerance(), logPosterior());
        }

        private int index(int cause, Response response) {
            return alpha.length == 1 ? 0 : Candidates.indexOf(candidates.pairOf(cause, response.event()), pairs);
        }

        /** The expectation: what each candidate, and chance, has of each response. */
        private void share() {
            Arrays.fill(credit, 0);
            Arrays.fill(chance, 0);
            for (Response response : candidates.responses()) {
                int person = candidates.personOf(response);
                double all = intensity(response);
                chance[person] += all > 0 ? mu[person] / all : 0;
                for (int candidate = 0; candidate < response.size(); candidate++) {
                    int pair = index(response.cause(candidate), response);
                    credit[pair] += alpha[pair] * response.weight(candidate) / all;
                }
            }
        }

        private double intensity(Response response) {
            double all = mu[candidates.personOf(response)];
            for (int candidate = 0; candidate < response.size(); candidate++) {
                all += alpha[index(response.cause(candidate), response)] * response.weight(candidate);
            }
            return all;
        }

        /** The maximum: the strengths and rates that the shares make most likely. */
        private double update() {
            double largest = 0;
            double change = 0;
            for (int pair = 0; pair < alpha.length; pair++) {
                double learned = (credit[pair] + pull + settings.prior().shape() - 1) / (exposed[pair] + rate);
                change = Math.max(change, Math.abs(learned - alpha[pair]));
                largest = Math.max(largest, learned);
                alpha[pair] = learned;
            }
            for (int person = 0; person < mu.length && settings.spontaneous(); person++) {
                mu[person] =
                        time[person] > 0 ? (chance[person] + settings.prior().shape() - 1) / time[person] : 0;
            }
            return largest > 0 ? change / largest : 0;
        }

        private double logPosterior() {
            double log = 0;
            for (Response response : candidates.responses()) {
                double all = intensity(response);
                log += all > 0 ? Math.log(all) : 0;
            }
            for (int pair = 0; pair < alpha.length; pair++) {
                log += (pull + settings.prior().shape() - 1) * Math.log(alpha[pair])
                        - (exposed[pair] + rate) * alpha[pair];
            }
            for (int person = 0; person < mu.length; person++) {
                log += mu[person] > 0
                        ? (settings.prior().shape() - 1) * Math.log(mu[person]) - mu[person] * time[person]
                        : 0;
            }
            return log;
        }
    }
}
