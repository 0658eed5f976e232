package io.caucus.bench;

import io.caucus.features.graph.Csr;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A graph by chance in which few vertices have many edges: the number of edges falls with the square root of a vertex's place. Places are
 * shuffled, so that numbers tell nothing of who is near in memory. No loops, since peers do not agree on what they count.
 */
final class DrawnEdges {

    private final int size;
    private final int[] one;
    private final int[] other;

    DrawnEdges(int size, int edges, long seed) {
        if (size < 2 || edges < 1) {
            throw new IllegalArgumentException(
                    "%d vertices and %d edges: 2 and 1 are the least".formatted(size, edges));
        }
        this.size = size;
        var random = new SplittableRandom(seed);
        int[] places = shuffled(random);
        this.one = new int[edges];
        this.other = new int[edges];
        for (int edge = 0; edge < edges; edge++) {
            one[edge] = places[place(random)];
            int drawn = places[place(random)];
            other[edge] = drawn == one[edge] ? (drawn + 1) % size : drawn;
        }
    }

    int size() {
        return size;
    }

    int edges() {
        return one.length;
    }

    int one(int edge) {
        return one[edge];
    }

    int other(int edge) {
        return other[edge];
    }

    Csr graph() {
        return Csr.undirected(size, one, other);
    }

    /** An edge a line. */
    void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int edge = 0; edge < one.length; edge++) {
                writer.write(one[edge] + " " + other[edge] + "\n");
            }
        }
    }

    private int place(SplittableRandom random) {
        double drawn = random.nextDouble();
        return (int) (size * drawn * drawn);
    }

    private int[] shuffled(SplittableRandom random) {
        var places = new int[size];
        Arrays.setAll(places, place -> place);
        for (int last = size - 1; last > 0; last--) {
            int with = random.nextInt(last + 1);
            int kept = places[last];
            places[last] = places[with];
            places[with] = kept;
        }
        return places;
    }
}
