package io.caucus.features.network;

import io.caucus.graphmodel.AccountHistory;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.Subsidiary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Breadth-first through the hierarchy, up and down alike. */
final class Relatives {

    /**
     * Another account of the hierarchy.
     *
     * @param through the accounts on a shortest way to it, without its ends; of several ways, that through the smallest keys
     */
    record Relative(AccountId account, List<EntityRef> through) {

        Relative {
            through = List.copyOf(through);
        }

        private Relative next(AccountId further) {
            return new Relative(
                    further,
                    Stream.concat(through.stream(), Stream.of(account.ref())).toList());
        }
    }

    private Relatives() {}

    /** Nearest first, then by key. */
    static List<Relative> of(AccountHistory history, int mostHops) {
        var neighbours = neighbours(history);
        var own = history.account().id();
        var met = new HashSet<>(List.of(own));
        var relatives = new ArrayList<Relative>();
        var ring = neighbours.getOrDefault(own, new TreeSet<>()).stream()
                .map(account -> new Relative(account, List.of()))
                .toList();
        for (int hops = 1; hops <= mostHops; hops++) {
            var reached = ring.stream()
                    .filter(relative -> met.add(relative.account()))
                    .toList();
            relatives.addAll(reached);
            ring = reached.stream()
                    .flatMap(relative -> neighbours.getOrDefault(relative.account(), new TreeSet<>()).stream()
                            .map(relative::next))
                    .toList();
        }
        return List.copyOf(relatives);
    }

    private static Map<AccountId, SortedSet<AccountId>> neighbours(AccountHistory history) {
        var neighbours = new TreeMap<AccountId, SortedSet<AccountId>>();
        Stream.concat(history.subsidiaries().stream(), history.surroundings().hierarchy().stream())
                .forEach(link -> join(link, neighbours));
        return neighbours;
    }

    private static void join(Subsidiary link, Map<AccountId, SortedSet<AccountId>> neighbours) {
        neighbours.computeIfAbsent(link.subsidiary(), first -> new TreeSet<>()).add(link.parent());
        neighbours.computeIfAbsent(link.parent(), first -> new TreeSet<>()).add(link.subsidiary());
    }
}
