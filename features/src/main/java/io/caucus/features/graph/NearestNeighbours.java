package io.caucus.features.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which vertices resemble a vertex most, by the angle between their embeddings, without shortcuts.
 *
 * <p><b>Definition.</b> The k candidates other than itself of the highest cosine, the highest first and of equals the one with the
 * smaller number. A vertex whose embedding is zero resembles nobody and is nobody's neighbour.
 *
 * <p><b>Source.</b> Exact search by tiles, the textbook way to multiply matrices that do not fit the cache (G. Golub, C. Van Loan, "Matrix
 * Computations", section 1.5).
 *
 * <p><b>Cost.</b> O(asked · candidates · d) multiplications, a tile of candidates at a time for a block of those who ask, on all cores; 4 · d bytes a
 * candidate. <b>Determinism.</b> A cosine is summed along the coordinates in their order: the same bits on any number of threads and whoever else asks.
 */
public final class NearestNeighbours {

    /** Candidates in a tile: with 128 coordinates 64 KiB, which the second cache of a core holds. */
    private static final int TILE = 128;

    /** Who ask together. */
    private static final int ASKING = 64;

    private final int dimension;
    private final int[] candidates;
    private final float[] tiles;
    private final FastRp embeddings;

    private NearestNeighbours(FastRp embeddings, int[] candidates, float[] tiles) {
        this.embeddings = embeddings;
        this.dimension = embeddings.dimension();
        this.candidates = candidates;
        this.tiles = tiles;
    }

    /** @param cosine in [−1, 1] but for rounding */
    public record Neighbour(int vertex, float cosine) {}

    /** @param candidates who may be somebody's neighbour: rising numbers of vertices */
    public static NearestNeighbours among(FastRp embeddings, int[] candidates) {
        for (int place = 0; place < candidates.length; place++) {
            boolean rises = place == 0 || candidates[place - 1] < candidates[place];
            if (!rises || candidates[place] < 0 || candidates[place] >= embeddings.size()) {
                throw new IllegalArgumentException(
                        "candidate %d is vertex %d; candidates rise, and the vertices are 0 to %d"
                                .formatted(place, candidates[place], embeddings.size() - 1));
            }
        }
        var known = IntStream.of(candidates)
                .filter(vertex -> length(embeddings, vertex) > 0)
                .toArray();
        var nearest = new NearestNeighbours(
                embeddings,
                known,
                new float[Math.multiplyExact((known.length + TILE - 1) / TILE * TILE, embeddings.dimension())]);
        nearest.fillTiles();
        return nearest;
    }

    /**
     * For each that is asked about its neighbours, fewer than {@code most} only where there are fewer candidates.
     *
     * @param asked numbers of vertices, candidates or not
     */
    public List<List<Neighbour>> of(int[] asked, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("%d neighbours are asked for; 1 is the least".formatted(most));
        }
        return IntStream.range(0, (asked.length + ASKING - 1) / ASKING)
                .parallel()
                .mapToObj(block -> block(asked, block * ASKING, Math.min(asked.length, (block + 1) * ASKING), most))
                .flatMap(List::stream)
                .toList();
    }

    private List<List<Neighbour>> block(int[] asked, int begin, int end, int most) {
        var best = IntStream.range(begin, end)
                .mapToObj(place -> new Best(asked[place], unit(asked[place]), most))
                .toList();
        var cosines = new float[TILE];
        for (int tile = 0; tile * TILE < candidates.length; tile++) {
            for (Best one : best) {
                one.take(tile, cosines);
            }
        }
        return best.stream().map(Best::sorted).toList();
    }

    /** Coordinate by coordinate, each of all candidates of the tile, so that they are multiplied side by side. */
    private void fillTiles() {
        IntStream.range(0, candidates.length).parallel().forEach(place -> {
            var unit = unit(candidates[place]);
            int from = place / TILE * TILE * dimension + place % TILE;
            for (int coordinate = 0; coordinate < dimension; coordinate++) {
                tiles[from + coordinate * TILE] = unit[coordinate];
            }
        });
    }

    private float[] unit(int vertex) {
        double length = length(embeddings, vertex);
        var unit = new float[dimension];
        for (int coordinate = 0; coordinate < dimension && length > 0; coordinate++) {
            unit[coordinate] = (float) (embeddings.of(vertex, coordinate) / length);
        }
        return unit;
    }

    private static double length(FastRp embeddings, int vertex) {
        double squares = 0;
        for (int coordinate = 0; coordinate < embeddings.dimension(); coordinate++) {
            squares += (double) embeddings.of(vertex, coordinate) * embeddings.of(vertex, coordinate);
        }
        return Math.sqrt(squares);
    }

    /** The best so far of one who asks: a heap with the worst of them on top. */
    private final class Best {

        private final int asks;
        private final float[] unit;
        private final int[] vertices;
        private final float[] cosines;
        private final boolean isZero;
        private int size;

        Best(int asks, float[] unit, int most) {
            this.asks = asks;
            this.unit = unit;
            this.isZero = length(embeddings, asks) == 0;
            this.vertices = new int[Math.min(most, candidates.length)];
            this.cosines = new float[vertices.length];
        }

        void take(int tile, float[] found) {
            if (isZero) {
                return;
            }
            multiply(tile, found);
            int end = Math.min(TILE, candidates.length - tile * TILE);
            for (int place = 0; place < end; place++) {
                offer(candidates[tile * TILE + place], found[place]);
            }
        }

        /** Four coordinates in one go, added one after the other as they come: the products are kept in registers meanwhile. */
        private void multiply(int tile, float[] found) {
            Arrays.fill(found, 0);
            int row = tile * TILE * dimension;
            int coordinate = 0;
            for (; coordinate + 3 < dimension; coordinate += 4) {
                float first = unit[coordinate];
                float second = unit[coordinate + 1];
                float third = unit[coordinate + 2];
                float fourth = unit[coordinate + 3];
                for (int place = 0; place < TILE; place++) {
                    found[place] = found[place]
                            + first * tiles[row + place]
                            + second * tiles[row + TILE + place]
                            + third * tiles[row + 2 * TILE + place]
                            + fourth * tiles[row + 3 * TILE + place];
                }
                row += 4 * TILE;
            }
            for (; coordinate < dimension; coordinate++) {
                for (int place = 0; place < TILE; place++) {
                    found[place] += unit[coordinate] * tiles[row + place];
                }
                row += TILE;
            }
        }

        /** Candidates come with rising numbers, so of equals the one that is there stays. */
        private void offer(int vertex, float cosine) {
            if (vertex == asks || (size == cosines.length && cosine <= cosines[0])) {
                return;
            }
            if (size < cosines.length) {
                size++;
                rise(size - 1, vertex, cosine);
            } else {
                sink(vertex, cosine);
            }
        }

        private void rise(int from, int vertex, float cosine) {
            int place = from;
            while (place > 0 && isWorse(vertex, cosine, (place - 1) / 2)) {
                move((place - 1) / 2, place);
                place = (place - 1) / 2;
            }
            put(place, vertex, cosine);
        }

        private void sink(int vertex, float cosine) {
            int place = 0;
            int child = worseChild(0);
            while (child < size && !isWorse(vertex, cosine, child)) {
                move(child, place);
                place = child;
                child = worseChild(place);
            }
            put(place, vertex, cosine);
        }

        private int worseChild(int place) {
            int left = 2 * place + 1;
            boolean rightIsWorse = left + 1 < size && isWorse(vertices[left + 1], cosines[left + 1], left);
            return rightIsWorse ? left + 1 : left;
        }

        private boolean isWorse(int vertex, float cosine, int than) {
            return cosine < cosines[than] || (cosine == cosines[than] && vertex > vertices[than]);
        }

        private void move(int from, int to) {
            put(to, vertices[from], cosines[from]);
        }

        private void put(int place, int vertex, float cosine) {
            vertices[place] = vertex;
            cosines[place] = cosine;
        }

        List<Neighbour> sorted() {
            var neighbours = new ArrayList<Neighbour>();
            while (size > 0) {
                neighbours.add(new Neighbour(vertices[0], cosines[0]));
                size--;
                sink(vertices[size], cosines[size]);
            }
            Collections.reverse(neighbours);
            return List.copyOf(neighbours);
        }
    }
}
