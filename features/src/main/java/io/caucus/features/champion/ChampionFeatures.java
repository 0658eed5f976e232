package io.caucus.features.champion;

import io.caucus.features.Feature;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The champion family. */
public final class ChampionFeatures {

    private ChampionFeatures() {}

    public static List<Feature> all(ChampionParameters parameters) {
        return List.of(
                new DirectInfluence(parameters),
                new CascadeInfluence(parameters),
                new Lift(parameters),
                new LiftP(parameters),
                new ColleaguesIn7d(parameters),
                new MedianLag(parameters),
                new Channels(parameters),
                new Kind(parameters),
                new SilenceDays(),
                new Left());
    }

    /**
     * Somebody whom colleagues followed: one action of theirs had so many activations of colleagues after it.
     *
     * @param followers how many colleagues at least
     * @param leastCredit with how much credit each, in (0, 1]
     * @param within how long after the action at most
     */
    public static Optional<PersonId> findEffectChampion(
            Activity activity, ChampionParameters parameters, int followers, double leastCredit, Duration within) {
        return EffectChampion.find(activity, parameters, followers, leastCredit, within);
    }
}
