package io.caucus.features.network;

import io.caucus.features.EvidenceItem.PathToWin;
import io.caucus.features.graph.Components;
import io.caucus.features.graph.Csr;
import io.caucus.features.graph.PageRank;
import io.caucus.features.graph.RandomWalk;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.fact.EntityRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A walk that begins, and begins again, at the accounts that bought, and what part of its time it spends where. For each account its own
 * beginning is left out, so that what one wants to predict of it is never among the reasons.
 *
 * <p>Where it is found comes from somewhere: a rank is the sum, over all ways from all accounts that bought, of restart ÷ their number ×
 * ∏ (1 − restart) ÷ degree of each vertex that is left. {@link #paths} names the most likely way from each, found best first as by E. Dijkstra,
 * "A note on two problems in connexion with graphs" (1959), on probabilities that are multiplied instead of lengths that are added.
 */
final class WinWalk {

    /** How far below the truth the part of a rank may be that is left out; ranks are compared in thousandths. */
    private static final double TOLERANCE = 1e-9;

    /** So many vertices around an account are searched for ways. */
    private static final int MOST_SEARCHED = 1_000;

    private final Market market;
    private final Csr graph;
    private final double restart;
    private final Outcomes outcomes;
    private final double[] ranks;
    private final int[] component;
    private final int[] boughtInComponent;

    private WinWalk(Market market, Csr graph, double restart, Outcomes outcomes, double[] ranks) {
        this.market = market;
        this.graph = graph;
        this.restart = restart;
        this.outcomes = outcomes;
        this.ranks = ranks;
        this.component = Components.of(graph);
        this.boughtInComponent = new int[graph.size()];
        for (int vertex : outcomes.bought()) {
            boughtInComponent[component[vertex]]++;
        }
    }

    static WinWalk of(Market market, Csr graph, Outcomes outcomes, RandomWalk walk) {
        var seeds = new double[graph.size()];
        for (int vertex : outcomes.bought()) {
            seeds[vertex] = 1;
        }
        var ranks = PageRank.personalised(graph, seeds, walk).leavingOutOwn(TOLERANCE);
        return new WinWalk(market, graph, walk.restart(), outcomes, ranks);
    }

    /** The part of its time, times the number of vertices: 1 is what everybody has on average. Empty if nobody else bought. */
    OptionalDouble rank(int vertex) {
        if (outcomes.othersThatBought(vertex) == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(isReached(vertex) ? graph.size() * ranks[vertex] : 0);
    }

    /** Rounding would leave traces where no way leads. */
    private boolean isReached(int vertex) {
        int own = outcomes.hasBought(vertex) ? 1 : 0;
        return boughtInComponent[component[vertex]] > own;
    }

    int degree(int vertex) {
        return graph.begin(vertex + 1) - graph.begin(vertex);
    }

    /** The most likely way from each of the nearest accounts that bought, told from the other end, and what it adds to the rank. */
    List<PathToWin> paths(int vertex) {
        double perWay = graph.size() * restart / Math.max(1, outcomes.othersThatBought(vertex));
        var paths = new ArrayList<PathToWin>();
        var settled = new HashSet<Integer>();
        var ahead = new PriorityQueue<>(Step.BEST_FIRST);
        ahead.add(new Step(vertex, 1, null));
        while (!ahead.isEmpty() && settled.size() < MOST_SEARCHED) {
            var step = ahead.remove();
            if (settled.add(step.vertex())) {
                paths.addAll(wins(step, perWay));
                ahead.addAll(next(step, settled));
            }
        }
        return paths;
    }

    private List<PathToWin> wins(Step step, double perWay) {
        return step.before() == null || !outcomes.hasBought(step.vertex())
                ? List.of()
                : outcomes.winsAt(step.vertex()).stream()
                        .map(win -> new PathToWin(step.through(market), win, perWay * step.probability()))
                        .toList();
    }

    private List<Step> next(Step step, Set<Integer> settled) {
        var next = new ArrayList<Step>();
        for (int arc = graph.begin(step.vertex()); arc < graph.begin(step.vertex() + 1); arc++) {
            int target = graph.target(arc);
            if (!settled.contains(target)) {
                next.add(new Step(target, step.probability() * (1 - restart) / degree(target), step));
            }
        }
        return next;
    }

    /**
     * A way from a vertex to the one that is asked about.
     *
     * @param probability that a walk goes it
     * @param before the way from the next vertex; null at the one that is asked about
     */
    private record Step(
            int vertex, double probability, @Nullable Step before) {

        static final Comparator<Step> BEST_FIRST =
                Comparator.comparingDouble(Step::probability).reversed().thenComparingInt(Step::vertex);

        /** The vertices between the ends, those next to the one that is asked about first. */
        List<EntityRef> through(Market market) {
            var through = new ArrayList<EntityRef>();
            for (var step = before; step != null && step.before() != null; step = step.before()) {
                through.add(market.vertices().get(step.vertex()));
            }
            Collections.reverse(through);
            return through;
        }
    }
}
