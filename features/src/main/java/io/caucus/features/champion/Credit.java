package io.caucus.features.champion;

import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.Engagement;
import io.caucus.graphmodel.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The share of an activation that one colleague's action explains.
 *
 * <p><b>Definition.</b> An activation of j at s is explained by the buyer actions that colleagues i performed at t in
 * (s − look-back, s), and by itself. With lag = s − t
 *
 * <pre>
 *   g(lag) = (1 + lag/c)^(−γ)      w = α · κ · g(lag) / reach      p = w / (μ + Σ w)
 * </pre>
 *
 * where reach is the number of people of the buyer's side, i apart, whom the action involved (at least 1), and κ is
 * {@link ChampionParameters#explicitOdds} if the action was addressed to j or j's to i, else 1. The credits of an activation
 * sum to less than 1.
 *
 * <p><b>Source.</b> The triggering probabilities of a multivariate Hawkes process with a power-law kernel; E. Lewis,
 * G. Mohler, "A nonparametric EM algorithm for multiscale Hawkes processes" (2011). Their pair rates are our α, one for all.
 *
 * <p><b>Cost.</b> O(a·e) for a activations and e actions. <b>Determinism.</b> Weights are added by rising time, then person.
 *
 * @param share p, in (0, 1)
 */
record Credit(PersonId from, Engagement action, Activation activation, double share) {

    Duration lag() {
        return Duration.between(action.time().occurredAt(), activation.at());
    }

    /** The credits of one activation, oldest action first. */
    static List<Credit> of(Activation activation, Activity activity, ChampionParameters parameters) {
        var candidates = new ArrayList<Credit>();
        double total = parameters.baseRate();
        for (Engagement action : activity.actions()) {
            if (mayExplain(action.time().occurredAt(), activation.at(), parameters)) {
                candidates.addAll(weigh(action, activation, activity, parameters));
            }
        }
        for (Credit candidate : candidates) {
            total += candidate.share;
        }
        double all = total;
        return candidates.stream()
                .map(weight -> new Credit(weight.from, weight.action, activation, weight.share / all))
                .toList();
    }

    private static boolean mayExplain(Instant action, Instant activation, ChampionParameters parameters) {
        return action.isBefore(activation) && action.isAfter(activation.minus(parameters.lookBack()));
    }

    /** The unnormalised weight w of each performer, in the place of the share. */
    private static List<Credit> weigh(
            Engagement action, Activation activation, Activity activity, ChampionParameters parameters) {
        return activity.performersOf(action).stream()
                .filter(performer -> !performer.equals(activation.person()))
                .map(performer ->
                        new Credit(performer, action, activation, weight(performer, action, activation, parameters)))
                .toList();
    }

    private static double weight(
            PersonId performer, Engagement action, Activation activation, ChampionParameters parameters) {
        boolean named = action.addressedTo().contains(activation.person())
                || activation.action().addressedTo().contains(performer);
        var lag = Duration.between(action.time().occurredAt(), activation.at());
        return parameters.pairStrength()
                * (named ? parameters.explicitOdds() : 1)
                * parameters.kernel(lag)
                / reach(performer, action);
    }

    private static long reach(PersonId performer, Engagement action) {
        long others = Stream.concat(action.performedBy().stream(), action.addressedTo().stream())
                .filter(person -> !person.equals(performer))
                .distinct()
                .count();
        return Math.max(1, others);
    }
}
