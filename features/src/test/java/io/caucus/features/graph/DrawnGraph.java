package io.caucus.features.graph;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Edges by chance, loops, parallel edges and vertices without any among them. */
final class DrawnGraph {

    private final int size;
    private final int[] one;
    private final int[] other;
    private final float[] weights;

    DrawnGraph(int size, int[] one, int[] other, float[] weights) {
        this.size = size;
        this.one = one;
        this.other = other;
        this.weights = weights;
    }

    int size() {
        return size;
    }

    int[] one() {
        return one;
    }

    int[] other() {
        return other;
    }

    float[] weights() {
        return weights;
    }

    static DrawnGraph of(long seed) {
        var random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(40);
        return of(random, size, random.nextInt(1 + 3 * size));
    }

    static DrawnGraph of(SplittableRandom random, int size, int edges) {
        var drawn = new DrawnGraph(size, new int[edges], new int[edges], new float[edges]);
        for (int edge = 0; edge < edges; edge++) {
            drawn.one[edge] = random.nextInt(size);
            drawn.other[edge] = random.nextInt(size);
            drawn.weights[edge] = random.nextInt(8) == 0 ? 0 : random.nextInt(1, 100) / 10f;
        }
        return drawn;
    }

    /** The same edges, told in another order and the ends of each perhaps the other way round. */
    DrawnGraph shuffled(long seed) {
        var random = new SplittableRandom(seed);
        int[] order = order(one.length, random);
        var told = new DrawnGraph(size, new int[one.length], new int[one.length], new float[one.length]);
        for (int edge = 0; edge < one.length; edge++) {
            boolean turned = random.nextBoolean();
            told.one[edge] = turned ? other[order[edge]] : one[order[edge]];
            told.other[edge] = turned ? one[order[edge]] : other[order[edge]];
            told.weights[edge] = weights[order[edge]];
        }
        return told;
    }

    /** @param names the new number of each vertex */
    DrawnGraph renumbered(int[] names) {
        return new DrawnGraph(
                size,
                IntStream.of(one).map(vertex -> names[vertex]).toArray(),
                IntStream.of(other).map(vertex -> names[vertex]).toArray(),
                weights);
    }

    int[] newNames(long seed) {
        return order(size, new SplittableRandom(seed));
    }

    Csr undirected() {
        return Csr.undirected(size, one, other);
    }

    Csr weighted() {
        return Csr.undirected(size, one, other, weights);
    }

    Csr directed() {
        return Csr.directed(size, one, other, weights);
    }

    /** What the work comes to on so many threads. */
    static <T> T on(int threads, Supplier<T> work) {
        try (var pool = new ForkJoinPool(threads)) {
            return pool.submit(work::get).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int[] order(int length, SplittableRandom random) {
        int[] order = IntStream.range(0, length).toArray();
        for (int last = length - 1; last > 0; last--) {
            int place = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[place];
            order[place] = kept;
        }
        return order;
    }
}
