package io.caucus.features.propagation;

import io.caucus.features.propagation.Candidates.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every response of a log shared out among its causes and chance, and what follows from that for each person.
 *
 * <p><b>Definition.</b> <em>Direct influence</em> of a person is the sum of their credits. <em>Cascade influence</em> counts what
 * those they moved set off, too: of a run r, R_r = Σ c (1 + R_s) over the runs s that its events have credit c for, and of a person
 * the sum over their runs. R_r is the expected number of responses that descend from r if every response draws one
 * cause by its credits.
 *
 * <p><b>Source.</b> The branching structure of a Hawkes process: A. Hawkes, D. Oakes, "A cluster process representation of a
 * self-exciting process", J. Appl. Prob. 11 (1974).
 *
 * <p><b>Cost.</b> O(c) for c candidates: a run begins before those it sets off, so one pass from the latest back is exact and nothing is
 * inverted. <b>Determinism.</b> No randomness; sums run by rising time.
 */
public final class Credits {

    private final Candidates candidates;
    private final List<Credit> all = new ArrayList<>();
    private final double[] direct;
    private final double[] cascade;

    private Credits(Candidates candidates, Strengths strengths) {
        this.candidates = candidates;
        this.direct = new double[candidates.log().people()];
        this.cascade = new double[candidates.log().people()];
        candidates.responses().forEach(response -> share(response, strengths));
        addUp();
    }

    public static Credits of(EventLog log, Settings settings, Strengths strengths) {
        return new Credits(Candidates.of(log, settings), strengths);
    }

    /** By cascade and rising time of the response, then of the cause. */
    public List<Credit> all() {
        return Collections.unmodifiableList(all);
    }

    public int responses() {
        return candidates.responses().size();
    }

    /** How many responses somebody brought about at once, in expectation. */
    public double directInfluence(int person) {
        return direct[person];
    }

    /** How many they brought about through any number of others, in expectation. */
    public double cascadeInfluence(int person) {
        return cascade[person];
    }

    private void share(Response response, Strengths strengths) {
        int person = candidates.personOf(response);
        double total = strengths.baseRate(person);
        var weights = new double[response.size()];
        for (int candidate = 0; candidate < weights.length; candidate++) {
            weights[candidate] = strengths.of(actor(response.cause(candidate)), person) * response.weight(candidate);
            total += weights[candidate];
        }
        for (int candidate = 0; candidate < weights.length; candidate++) {
            if (weights[candidate] > 0) {
                int cause = response.cause(candidate);
                all.add(new Credit(
                        cause,
                        response.event(),
                        weights[candidate] / total,
                        candidates.isNamed(cause, response.event())));
            }
        }
    }

    private void addUp() {
        var descendants = new double[candidates.responses().size()];
        for (Credit credit : all.reversed()) {
            descendants[candidates.runOf(credit.cause())] +=
                    credit.share() * (1 + descendants[candidates.runOf(credit.response())]);
        }
        for (int run = 0; run < descendants.length; run++) {
            cascade[candidates.personOf(candidates.responses().get(run))] += descendants[run];
        }
        all.forEach(credit -> direct[actor(credit.cause())] += credit.share());
    }

    private int actor(int event) {
        return candidates.log().events().get(event).actor();
    }
}
