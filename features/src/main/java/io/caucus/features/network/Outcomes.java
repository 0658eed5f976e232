package io.caucus.features.network;

import io.caucus.graphmodel.Loss;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.Win;
import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.fact.OpportunityId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How it went with the accounts that are vertices of a market: who bought once is one that bought, whatever they did not buy. */
final class Outcomes {

    private final List<EntityRef> vertices;
    private final Map<AccountId, List<Win>> wins;
    private final Map<AccountId, List<Loss>> losses;
    private final BitSet bought = new BitSet();
    private final BitSet known = new BitSet();
    private final int allThatBought;
    private final int allKnown;

    private Outcomes(Market market) {
        this.vertices = market.vertices();
        this.wins = byAccount(market.wins(), Win::account);
        this.losses = byAccount(market.losses(), Loss::account);
        wins.keySet().forEach(account -> market.find(account.ref()).ifPresent(bought::set));
        losses.keySet().forEach(account -> market.find(account.ref()).ifPresent(known::set));
        known.or(bought);
        this.allThatBought = bought.cardinality();
        this.allKnown = known.cardinality();
    }

    static Outcomes of(Market market) {
        return new Outcomes(market);
    }

    private static <T> Map<AccountId, List<T>> byAccount(List<T> told, Function<T, AccountId> account) {
        return told.stream().collect(Collectors.groupingBy(account));
    }

    boolean hasBought(int vertex) {
        return bought.get(vertex);
    }

    /** The vertices that bought, in their order. */
    int[] bought() {
        return bought.stream().toArray();
    }

    /** The vertices that bought or decided against it, in their order. */
    int[] known() {
        return known.stream().toArray();
    }

    /** How many bought, a vertex itself left out. */
    int othersThatBought(int vertex) {
        return allThatBought - (bought.get(vertex) ? 1 : 0);
    }

    /** Of how many the outcome is known, a vertex itself left out. */
    int othersKnown(int vertex) {
        return allKnown - (known.get(vertex) ? 1 : 0);
    }

    AccountId account(int vertex) {
        return new AccountId(vertices.get(vertex).key());
    }

    /** What was won at an account, oldest first. */
    List<Win> winsAt(int vertex) {
        return wins.getOrDefault(account(vertex), List.of());
    }

    /** The opportunities that make an account one that bought, or one that did not. */
    List<OpportunityId> deciding(int vertex) {
        return bought.get(vertex)
                ? winsAt(vertex).stream().map(Win::opportunity).toList()
                : losses.getOrDefault(account(vertex), List.of()).stream()
                        .map(Loss::opportunity)
                        .toList();
    }
}
