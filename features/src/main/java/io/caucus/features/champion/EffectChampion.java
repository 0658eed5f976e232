package io.caucus.features.champion;

import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.PersonId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who moved several colleagues by one action. */
final class EffectChampion {

    private EffectChampion() {}

    /** The first by id of those whom so many colleagues followed that soon, each with so much credit. */
    static Optional<PersonId> find(
            Activity activity, ChampionParameters parameters, int followers, double leastCredit, Duration within) {
        var followed = new TreeMap<PersonId, Map<EngagementId, Set<PersonId>>>();
        for (Activation activation : Activation.of(activity, parameters.silence())) {
            Credit.of(activation, activity, parameters).stream()
                    .filter(credit ->
                            credit.share() >= leastCredit && credit.lag().compareTo(within) <= 0)
                    .forEach(credit -> followed.computeIfAbsent(credit.from(), first -> new TreeMap<>())
                            .computeIfAbsent(credit.action().id(), first -> new TreeSet<>())
                            .add(activation.person()));
        }
        return followed.entrySet().stream()
                .filter(person -> person.getValue().values().stream().anyMatch(moved -> moved.size() >= followers))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
