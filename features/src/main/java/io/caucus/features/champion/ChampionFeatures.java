package io.caucus.features.champion;

import io.caucus.features.Feature;
import java.util.List;

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
}
