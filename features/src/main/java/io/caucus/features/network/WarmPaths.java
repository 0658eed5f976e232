package io.caucus.features.network;

import io.caucus.features.committee.CommitteeMap;
import io.caucus.features.committee.CommitteeMap.Tie;
import io.caucus.features.committee.CommitteeMap.TieToUs;
import io.caucus.graphmodel.fact.EngagementId;
import io.caucus.graphmodel.fact.EntityKey;
import io.caucus.graphmodel.fact.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How our people get to each of theirs through those who know each other.
 *
 * <p><b>Definition.</b> A path begins with a tie of one of ours to somebody at the account and goes on over ties among colleagues. Its
 * warmth is the product of its ties', a tie of strength s being worth s ÷ (s + scale): half at the scale, never quite 1. Of each person the
 * warmest path of at most so many ties counts.
 *
 * <p><b>Source.</b> The most reliable path: R. Bellman, "On a routing problem" (1958), with products in place of sums. No tie is worth more
 * than 1, so no warmest path meets anybody twice.
 *
 * <p><b>Cost.</b> O(h·t) for t ties and paths of h. <b>Determinism.</b> Of equally warm paths the one that is found first counts, shorter ones
 * first, ties in the order of the map.
 */
final class WarmPaths {

    private final CommitteeMap committee;
    private final NetworkParameters parameters;
    private final SortedMap<PersonId, WarmPath> warmest = new TreeMap<>();

    /**
     * @param people one of ours, then theirs
     * @param warmth in (0, 1)
     * @param engagements that made its ties, tie by tie
     */
    record WarmPath(List<EntityKey> people, double warmth, List<EngagementId> engagements) {
        WarmPath {
            people = List.copyOf(people);
            engagements = List.copyOf(engagements);
        }
    }

    private WarmPaths(CommitteeMap committee, NetworkParameters parameters) {
        this.committee = committee;
        this.parameters = parameters;
    }

    static WarmPaths of(CommitteeMap committee, NetworkParameters parameters) {
        var paths = new WarmPaths(committee, parameters);
        committee.tiesToUs().forEach(paths::begin);
        for (int ties = 2; ties <= parameters.mostTies(); ties++) {
            paths.goOn();
        }
        return paths;
    }

    /** The warmest to somebody. */
    Optional<WarmPath> to(PersonId person) {
        return Optional.ofNullable(warmest.get(person));
    }

    private void begin(TieToUs tie) {
        offer(tie.person(), new WarmPath(List.of(tie.user(), tie.person()), warmth(tie.strength()), tie.engagements()));
    }

    private void goOn() {
        var before = Map.copyOf(warmest);
        for (Tie tie : committee.ties()) {
            Optional.ofNullable(before.get(tie.one())).ifPresent(path -> extend(path, tie, tie.other()));
            Optional.ofNullable(before.get(tie.other())).ifPresent(path -> extend(path, tie, tie.one()));
        }
    }

    private void extend(WarmPath path, Tie tie, PersonId next) {
        var people = new ArrayList<>(path.people());
        people.add(next);
        offer(
                next,
                new WarmPath(
                        people,
                        path.warmth() * warmth(tie.strength()),
                        Stream.concat(path.engagements().stream(), tie.engagements().stream())
                                .distinct()
                                .toList()));
    }

    private void offer(PersonId person, WarmPath path) {
        warmest.merge(person, path, (known, found) -> found.warmth() > known.warmth() ? found : known);
    }

    private double warmth(double strength) {
        return strength / (strength + parameters.warmthScale());
    }
}
