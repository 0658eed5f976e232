package io.caucus.features.network;

import io.caucus.features.EvidenceItem.PathToWin;
import io.caucus.features.activity.Activity;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.OpportunityId;
import io.caucus.graphmodel.fact.PersonId;
import io.caucus.graphmodel.fact.RoleHolding;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * People employed at the account who had a buying role in a win elsewhere, whether they still hold it or not.
 *
 * @param wins of each of them, never none
 */
public record PastBuyers(SortedMap<PersonId, SortedSet<Win>> wins) {

    public PastBuyers {
        wins = Collections.unmodifiableSortedMap(new TreeMap<>(wins));
    }

    public static PastBuyers of(Activity activity, NetworkParameters parameters) {
        var around = activity.history().surroundings();
        var won = new TreeMap<OpportunityId, Win>();
        around.wins().forEach(win -> won.put(win.opportunity(), win));
        var wins = new TreeMap<PersonId, SortedSet<Win>>();
        for (RoleHolding role : around.roles()) {
            var win = won.get(role.opportunity());
            if (win != null && activity.isEmployed(role.person()) && isBuying(role, parameters)) {
                wins.computeIfAbsent(role.person(), first -> new TreeSet<>()).add(win);
            }
        }
        return new PastBuyers(wins);
    }

    private static boolean isBuying(RoleHolding role, NetworkParameters parameters) {
        return parameters.buyingRoles().contains(role.role()) && role.confidence() >= parameters.leastConfidence();
    }

    /**
     * Each of their wins as evidence, the heaviest first.
     *
     * @param weight what the wins of a person count for
     */
    public List<PathToWin> cite(ToDoubleFunction<PersonId> weight) {
        return wins.entrySet().stream()
                .flatMap(theirs -> theirs.getValue().stream()
                        .map(win ->
                                PathToWin.through(theirs.getKey().ref(), win, weight.applyAsDouble(theirs.getKey()))))
                .sorted(Comparator.comparingDouble(PathToWin::weight).reversed())
                .toList();
    }
}
