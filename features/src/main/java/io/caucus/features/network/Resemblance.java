package io.caucus.features.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caucus.features.EvidenceItem.SimilarAccount;
import io.caucus.features.graph.Csr;
import io.caucus.features.graph.FastRp;
import io.caucus.features.graph.NearestNeighbours;
import io.caucus.features.graph.NearestNeighbours.Neighbour;
import io.caucus.features.graph.SimilarRate;
import io.caucus.graphmodel.Market;
import io.caucus.graphmodel.fact.EntityRef;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Which accounts whose outcome is known have the same surroundings as another, and how often those bought. */
final class Resemblance {

    /** Accounts whose neighbours are looked for at once, since a pass over all candidates serves them all. */
    private static final int BLOCK = 64;

    private final Outcomes outcomes;
    private final NearestNeighbours nearest;
    private final NetworkParameters parameters;
    private final int size;
    private final AtomicReferenceArray<double[]> rates;

    private Resemblance(Outcomes outcomes, NearestNeighbours nearest, NetworkParameters parameters, int size) {
        this.outcomes = outcomes;
        this.nearest = nearest;
        this.parameters = parameters;
        this.size = size;
        this.rates = new AtomicReferenceArray<>((size + BLOCK - 1) / BLOCK);
    }

    static Resemblance of(Market market, Csr graph, Outcomes outcomes, NetworkParameters parameters) {
        var keys = market.vertices().stream().mapToLong(Resemblance::hash).toArray();
        var nearest = NearestNeighbours.among(FastRp.of(graph, keys, parameters.embedding()), outcomes.known());
        return new Resemblance(outcomes, nearest, parameters, graph.size());
    }

    /** FNV-1a (G. Fowler, L. Noll, K.-P. Vo, 1991) of what a vertex is and is called: the same whoever else is there. */
    static long hash(EntityRef vertex) {
        long hash = 0xCBF29CE484222325L;
        for (byte octet : vertex.toString().getBytes(UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
        }
        return hash;
    }

    /** Empty if nobody resembles it of whom one knows whether they bought. */
    OptionalDouble rate(int vertex) {
        int block = vertex / BLOCK;
        var known = rates.get(block);
        if (known == null) {
            // Another thread may be at the same; it comes to the same.
            known = rates(block);
            rates.set(block, known);
        }
        double rate = known[vertex % BLOCK];
        return Double.isNaN(rate) ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    private double[] rates(int block) {
        var asked = IntStream.range(block * BLOCK, Math.min(size, (block + 1) * BLOCK))
                .toArray();
        var neighbours = nearest.of(asked, parameters.neighbours());
        return IntStream.range(0, asked.length)
                .mapToDouble(place -> rate(asked[place], neighbours.get(place)))
                .toArray();
    }

    private double rate(int vertex, List<Neighbour> neighbours) {
        if (neighbours.isEmpty()) {
            return Double.NaN;
        }
        double baseRate = (double) outcomes.othersThatBought(vertex) / outcomes.othersKnown(vertex);
        return new SimilarRate(baseRate, parameters.priorOutcomes())
                .of(neighbours, anyCandidate -> true, outcomes::hasBought);
    }

    /** Those who resemble it most, the most alike first. */
    List<SimilarAccount> similar(int vertex) {
        return nearest.of(new int[] {vertex}, parameters.neighbours()).getFirst().stream()
                .map(neighbour -> new SimilarAccount(
                        outcomes.account(neighbour.vertex()),
                        neighbour.cosine(),
                        outcomes.hasBought(neighbour.vertex()),
                        outcomes.deciding(neighbour.vertex())))
                .toList();
    }
}
