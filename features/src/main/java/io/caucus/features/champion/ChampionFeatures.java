package io.caucus.features.champion;

import io.caucus.features.Feature;
import java.util.List;

/** The champion family. */
public final class ChampionFeatures {

    private ChampionFeatures() {}

    public static List<Feature> all(ChampionParameters parameters) {
        return List.of(new DirectInfluence(parameters));
    }
}
