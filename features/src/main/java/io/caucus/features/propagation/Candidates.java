package io.caucus.features.propagation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * The responses of a log, each with the earlier events that may explain it, weighed but not yet shared out.
 *
 * <p><b>Definition.</b> A response of j at s has as candidates the events of others i at t in (s − look-back, s) of the same
 * cascade. With lag = s − t a candidate weighs κ · g(lag) / reach, see {@link Odds} and {@link Kernel}; what weighs nothing is left
 * out.
 *
 * <p><b>Cost.</b> O(r·e) for r responses with at most e events in a look-back. <b>Determinism.</b> Candidates stand oldest first.
 */
final class Candidates {

    private final EventLog log;
    private final List<Response> responses = new ArrayList<>();
    private final int[] runOf;

    /** One response: its own event, and its candidates with their weights, oldest first. */
    static final class Response {

        private final int event;
        private final int[] causes;
        private final double[] weights;

        private Response(int event, int[] causes, double[] weights) {
            this.event = event;
            this.causes = causes;
            this.weights = weights;
        }

        int event() {
            return event;
        }

        /** How many candidates there are. */
        int size() {
            return causes.length;
        }

        int cause(int candidate) {
            return causes[candidate];
        }

        double weight(int candidate) {
            return weights[candidate];
        }
    }

    private Candidates(EventLog log, int[] runOf) {
        this.log = log;
        this.runOf = runOf;
    }

    static Candidates of(EventLog log, Settings settings) {
        var candidates = new Candidates(log, new int[log.size()]);
        var lastOf = new HashMap<Long, Integer>();
        for (int event = 0; event < log.size(); event++) {
            var before = lastOf.put(candidates.series(event), event);
            boolean responds = before == null || candidates.lag(before, event) >= settings.silence();
            candidates.runOf[event] =
                    responds || before == null ? candidates.responses.size() : candidates.runOf[before];
            if (responds) {
                candidates.responses.add(candidates.response(event, settings));
            }
        }
        return candidates;
    }

    /** The candidates of one event, taken for a response. */
    static Response responseOf(EventLog log, int event, Settings settings) {
        return new Candidates(log, new int[0]).response(event, settings);
    }

    EventLog log() {
        return log;
    }

    List<Response> responses() {
        return responses;
    }

    /** Which response began the run that an event belongs to. */
    int runOf(int event) {
        return runOf[event];
    }

    int personOf(Response response) {
        return log.events().get(response.event()).actor();
    }

    /** The pair that a cause and its response make. */
    long pairOf(int cause, int response) {
        return pair(log.events().get(cause).actor(), log.events().get(response).actor());
    }

    long pair(int from, int to) {
        return (long) from * log.people() + to;
    }

    private Response response(int event, Settings settings) {
        int first = firstWithin(settings.lookBack(), event);
        var causes = new int[event - first];
        var weights = new double[event - first];
        int count = 0;
        for (int cause = first; cause < event; cause++) {
            double weight = weight(cause, event, settings);
            if (weight > 0) {
                causes[count] = cause;
                weights[count++] = weight;
            }
        }
        return new Response(event, Arrays.copyOf(causes, count), Arrays.copyOf(weights, count));
    }

    private int firstWithin(long lookBack, int event) {
        int first = event;
        while (first > 0 && isSameCascade(first - 1, event) && lag(first - 1, event) < lookBack) {
            first--;
        }
        return first;
    }

    private double weight(int cause, int response, Settings settings) {
        var earlier = log.events().get(cause);
        var later = log.events().get(response);
        if (earlier.at() == later.at() || earlier.actor() == later.actor()) {
            return 0;
        }
        double odds = settings.odds()
                .of(earlier.reached().contains(later.actor()), later.reached().contains(earlier.actor()));
        return odds == 0 ? 0 : odds * settings.kernel().at((double) (later.at() - earlier.at())) / earlier.reach();
    }

    /** Whether one of the two names the other person. */
    boolean isNamed(int cause, int response) {
        var earlier = log.events().get(cause);
        var later = log.events().get(response);
        return earlier.reached().contains(later.actor()) || later.reached().contains(earlier.actor());
    }

    private boolean isSameCascade(int one, int other) {
        return log.events().get(one).cascade() == log.events().get(other).cascade();
    }

    private long lag(int earlier, int later) {
        return log.events().get(later).at() - log.events().get(earlier).at();
    }

    private long series(int event) {
        var done = log.events().get(event);
        return (long) done.cascade() * log.people() + done.actor();
    }

    /** The place of a pair among pairs in order; negative if it is not there. */
    static int indexOf(long pair, long[] pairs) {
        return Arrays.binarySearch(pairs, pair);
    }
}
