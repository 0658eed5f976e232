package io.caucus.features.champion;

import java.util.HashMap;
import java.util.Map;

/** What several statements of the family have to be told, in the types that a statement takes. */
final class Statements {

    private Statements() {}

    /** What the credits depend on. */
    static Map<String, Object> ofCredits(ChampionParameters parameters) {
        return Map.of(
                "silenceMillis", parameters.silence().toMillis(),
                "lookBackMillis", parameters.lookBack().toMillis(),
                "kernelScaleMillis", parameters.kernelScale().toMillis(),
                "kernelExponent", parameters.kernelExponent(),
                "pairStrength", parameters.pairStrength(),
                "explicitOdds", parameters.explicitOdds(),
                "baseRate", parameters.baseRate());
    }

    /** What it takes to say that somebody brought an activation about, and more. */
    static Map<String, Object> ofFollowings(ChampionParameters parameters, Map<String, Object> more) {
        var all = new HashMap<>(ofCredits(parameters));
        all.put("leastCredit", parameters.leastCredit());
        all.putAll(more);
        return all;
    }
}
