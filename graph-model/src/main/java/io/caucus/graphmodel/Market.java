package io.caucus.graphmodel;

import io.caucus.graphmodel.fact.AccountId;
import io.caucus.graphmodel.fact.EntityRef;
import io.caucus.graphmodel.time.AsOf;
import io.caucus.graphmodel.vocabulary.NodeLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * Who has to do with whom across all accounts as known by an instant, and what was won and lost there: the one graph that is looked at
 * as a whole.
 *
 * <p>Its vertices are accounts, investors, partners and people, numbered in the order of their keys; whoever is linked to nobody is none of
 * them, nor is a person who is linked to one account only and so leads nowhere. An edge says that two of them have to do with each other and
 * is told once, however many reasons there are for it. Records that are one are one vertex, deleted ones are none.
 *
 * <p>Edges are arrays of numbers: ten million of them are 80 MB, two million vertices about 200 MB more.
 *
 * <p>Example: an investor holds shares of Acme and Globex, Ana worked at Globex and works at Initech, Bo has only ever worked at Acme. The
 * vertices are Acme, Globex, Initech, Ana and the investor, the edges are investor–Acme, investor–Globex, Ana–Globex and Ana–Initech.
 */
public final class Market {

    public static final Market NONE = new Gathering(new AsOf(Instant.MIN)).market();

    private final AsOf asOf;
    private final List<EntityRef> vertices;
    private final int[] ones;
    private final int[] others;
    private final List<Investment> investments;
    private final List<Exit> exits;
    private final List<Referral> referrals;
    private final List<Win> wins;
    private final List<Loss> losses;

    private Market(
            AsOf asOf,
            List<EntityRef> vertices,
            int[] ones,
            int[] others,
            List<Investment> investments,
            List<Exit> exits,
            List<Referral> referrals,
            List<Win> wins,
            List<Loss> losses) {
        this.asOf = asOf;
        this.vertices = vertices;
        this.ones = ones;
        this.others = others;
        this.investments = investments;
        this.exits = exits;
        this.referrals = referrals;
        this.wins = wins;
        this.losses = losses;
    }

    public AsOf asOf() {
        return asOf;
    }

    /** By number. */
    public List<EntityRef> vertices() {
        return vertices;
    }

    /** The number of a vertex; empty if it is linked to nobody. */
    public OptionalInt find(EntityRef vertex) {
        int number = Collections.binarySearch(vertices, vertex);
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public int edges() {
        return ones.length;
    }

    /** The end of an edge with the smaller number. */
    public int one(int edge) {
        return ones[edge];
    }

    /** The end of an edge with the larger number. */
    public int other(int edge) {
        return others[edge];
    }

    /** All there ever were, whether of vertices or not. */
    public List<Investment> investments() {
        return investments;
    }

    /** One of each account that ever went public or was bought, its first. */
    public List<Exit> exits() {
        return exits;
    }

    /** Those that hold, each an edge as well, unless whoever referred us leads nowhere. */
    public List<Referral> referrals() {
        return referrals;
    }

    /** Of all accounts, whether they are vertices or not. */
    public List<Win> wins() {
        return wins;
    }

    /** Of all accounts, whether they are vertices or not. */
    public List<Loss> losses() {
        return losses;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Market other
                && asOf.equals(other.asOf)
                && vertices.equals(other.vertices)
                && Arrays.equals(ones, other.ones)
                && Arrays.equals(others, other.others)
                && investments.equals(other.investments)
                && exits.equals(other.exits)
                && referrals.equals(other.referrals)
                && wins.equals(other.wins)
                && losses.equals(other.losses);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, vertices, Arrays.hashCode(ones), Arrays.hashCode(others), wins);
    }

    @Override
    public String toString() {
        return "%d vertices, %d edges, %d investments, %d exits, %d referrals, %d wins, %d losses as of %s"
                .formatted(
                        vertices.size(),
                        ones.length,
                        investments.size(),
                        exits.size(),
                        referrals.size(),
                        wins.size(),
                        losses.size(),
                        asOf);
    }

    /** Takes what is found, in any order and as often as it is found. */
    public static final class Gathering {

        private final AsOf asOf;
        private final Map<EntityRef, Integer> numbers = new HashMap<>();
        private final List<Investment> investments = new ArrayList<>();
        private final Map<AccountId, Exit> exits = new HashMap<>();
        private final List<Referral> referrals = new ArrayList<>();
        private final List<Win> wins = new ArrayList<>();
        private final List<Loss> losses = new ArrayList<>();
        private long[] pairs = new long[64];
        private int size;

        /** @param asOf the instant by which all of it was known */
        public Gathering(AsOf asOf) {
            this.asOf = asOf;
        }

        /** Two of them have to do with each other; nothing if both are one. */
        public void link(EntityRef one, EntityRef other) {
            if (!one.equals(other)) {
                if (size == pairs.length) {
                    pairs = Arrays.copyOf(pairs, 2 * size);
                }
                pairs[size] = packed(number(one), number(other));
                size++;
            }
        }

        public void add(Investment investment) {
            investments.add(investment);
        }

        /** Of several of one account, the first counts. */
        public void add(Exit exit) {
            exits.merge(exit.account(), exit, BinaryOperator.minBy(Comparator.naturalOrder()));
        }

        /** Links the two as well; nothing if an account referred us to itself. */
        public void add(Referral referral) {
            if (!referral.by().equals(referral.account().ref())) {
                link(referral.by(), referral.account().ref());
                referrals.add(referral);
            }
        }

        public void add(Win win) {
            wins.add(win);
        }

        public void add(Loss loss) {
            losses.add(loss);
        }

        private int number(EntityRef vertex) {
            return numbers.computeIfAbsent(vertex, first -> numbers.size());
        }

        public Market market() {
            var sorted = numbers.keySet().stream().sorted().toList();
            var edges = distinct(inOrderOf(sorted));
            var connecting = withoutDeadEnds(edges, sorted);
            var linked = linked(connecting, sorted.size());
            var place = new int[sorted.size()];
            var vertices = new ArrayList<EntityRef>();
            for (int vertex = 0; vertex < place.length; vertex++) {
                place[vertex] = vertices.size();
                if (linked[vertex]) {
                    vertices.add(sorted.get(vertex));
                }
            }
            return new Market(
                    asOf,
                    List.copyOf(vertices),
                    Arrays.stream(connecting).mapToInt(edge -> place[one(edge)]).toArray(),
                    Arrays.stream(connecting)
                            .mapToInt(edge -> place[other(edge)])
                            .toArray(),
                    distinct(investments),
                    distinct(exits.values()),
                    distinct(referrals),
                    distinct(wins),
                    distinct(losses));
        }

        /** The pairs under the numbers of this order, the smaller first. */
        private long[] inOrderOf(List<EntityRef> sorted) {
            var renumbered = new int[sorted.size()];
            for (int vertex = 0; vertex < renumbered.length; vertex++) {
                renumbered[number(sorted.get(vertex))] = vertex;
            }
            return Arrays.stream(pairs, 0, size)
                    .map(pair -> {
                        int one = renumbered[one(pair)];
                        int other = renumbered[other(pair)];
                        return packed(Math.min(one, other), Math.max(one, other));
                    })
                    .toArray();
        }

        private static long[] distinct(long[] edges) {
            Arrays.parallelSort(edges);
            return IntStream.range(0, edges.length)
                    .filter(place -> place == 0 || edges[place] != edges[place - 1])
                    .mapToLong(place -> edges[place])
                    .toArray();
        }

        private static <T extends Comparable<T>> List<T> distinct(Collection<T> told) {
            return told.stream().distinct().sorted().toList();
        }

        /** Those to people who are linked to a single account are left out. */
        private static long[] withoutDeadEnds(long[] edges, List<EntityRef> vertices) {
            var degrees = new int[vertices.size()];
            for (long edge : edges) {
                degrees[one(edge)]++;
                degrees[other(edge)]++;
            }
            var isDeadEnd = new boolean[vertices.size()];
            for (int vertex = 0; vertex < isDeadEnd.length; vertex++) {
                isDeadEnd[vertex] = vertices.get(vertex).label() == NodeLabel.PERSON && degrees[vertex] < 2;
            }
            return Arrays.stream(edges)
                    .filter(edge -> !isDeadEnd[one(edge)] && !isDeadEnd[other(edge)])
                    .toArray();
        }

        private static boolean[] linked(long[] edges, int vertices) {
            var linked = new boolean[vertices];
            for (long edge : edges) {
                linked[one(edge)] = true;
                linked[other(edge)] = true;
            }
            return linked;
        }

        private static long packed(int one, int other) {
            return (long) one << Integer.SIZE | other;
        }

        private static int one(long pair) {
            return (int) (pair >>> Integer.SIZE);
        }

        private static int other(long pair) {
            return (int) pair;
        }
    }
}
