package io.caucus.features.graph;

import java.util.List;

/**
 * A short vector for each vertex, near to those of vertices with the same surroundings.
 *
 * <p><b>Definition.</b> R is a very sparse random matrix, n × d: an entry is +√3, −√3 or 0 with the odds 1 : 1 : 4. Its rows are scaled by
 * (strength ÷ Σ strengths)^β. With P the transition matrix (weight ÷ strength), the embedding is Σₖ αₖ · [Pᵏ·R], k = 1, 2 …, where [·] scales each row
 * to length 1, rows of zeros aside. β &lt; 0 lets hubs weigh less; αₖ says what surroundings at distance k matter.
 *
 * <p><b>Source.</b> H. Chen, S. Sultan, Y. Tian, M. Chen, S. Skiena, "Fast and accurate network embeddings via very sparse random
 * projection", CIKM 2019; the matrix: D. Achlioptas, "Database-friendly random projections" (2003). That each power is scaled by itself
 * is how Neo4j's Graph Data Science does it: else the first powers of badly connected vertices drown the others.
 *
 * <p><b>Cost.</b> One pass over the arcs with d floats each for every power, on all cores; 3 · 4 · d bytes a vertex.
 * <b>Determinism.</b> A row of R depends on the seed and on its vertex's key, which lasts while numbers come and go: neither on the order of edges nor
 * on the number of threads, to the bit, nor on who else is in the graph.
 */
public final class FastRp {

    private final int dimension;
    private final float[] values;

    private FastRp(int dimension, float[] values) {
        this.dimension = dimension;
        this.values = values;
    }

    /**
     * @param dimension floats in an embedding
     * @param normalization β; 0 for none, −1 for all
     * @param weights α₁, α₂ …: of the surroundings one step away, two steps, and so on
     * @param seed of the random matrix
     */
    public record Settings(int dimension, double normalization, List<Double> weights, long seed) {

        public Settings {
            weights = List.copyOf(weights);
            if (dimension < 1) {
                throw new IllegalArgumentException("dimension is %d, must be at least 1".formatted(dimension));
            }
            if (!(normalization >= -1 && normalization <= 1)) {
                throw new IllegalArgumentException("normalization is %s, must lie in [-1, 1]".formatted(normalization));
            }
            if (weights.isEmpty() || !weights.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "weights are %s; there must be one for each power, and each finite".formatted(weights));
            }
        }
    }

    /**
     * @param keys what a vertex is known by whatever its number, such as a hash of its id; one for each vertex
     * @throws IllegalArgumentException if there are more or fewer keys than vertices
     */
    public static FastRp of(Csr graph, long[] keys, Settings settings) {
        if (keys.length != graph.size()) {
            throw new IllegalArgumentException(
                    "%d keys for %d vertices; each vertex needs one".formatted(keys.length, graph.size()));
        }
        if ((long) graph.size() * settings.dimension() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "%,d vertices of dimension %d do not fit into one array; choose a lower dimension"
                            .formatted(graph.size(), settings.dimension()));
        }
        return new FastRp(settings.dimension(), new Projection(graph, settings).embedded(keys));
    }

    public int size() {
        return values.length / dimension;
    }

    public int dimension() {
        return dimension;
    }

    public float of(int vertex, int coordinate) {
        return values[vertex * dimension + coordinate];
    }

    private static final class Projection {

        private static final float ENTRY = (float) Math.sqrt(3);

        private final Csr graph;
        private final Settings settings;
        private final int dimension;

        Projection(Csr graph, Settings settings) {
            this.graph = graph;
            this.settings = settings;
            this.dimension = settings.dimension();
        }

        float[] embedded(long[] keys) {
            var power = random(keys);
            var next = new float[power.length];
            var embedding = new float[power.length];
            for (double weight : settings.weights()) {
                multiply(power, next, embedding, (float) weight);
                var free = power;
                power = next;
                next = free;
            }
            return embedding;
        }

        private float[] random(long[] keys) {
            double total = Blocks.sum(graph.size(), (begin, end) -> {
                double sum = 0;
                for (int vertex = begin; vertex < end; vertex++) {
                    sum += graph.strength(vertex);
                }
                return sum;
            });
            var matrix = new float[graph.size() * dimension];
            Blocks.forEach(graph.size(), (begin, end) -> {
                for (int vertex = begin; vertex < end; vertex++) {
                    double strength = graph.strength(vertex);
                    float scale = strength > 0 ? (float) Math.pow(strength / total, settings.normalization()) : 0;
                    draw(keys[vertex], scale, matrix, vertex * dimension);
                }
            });
            return matrix;
        }

        private void draw(long key, float scale, float[] matrix, int from) {
            for (int coordinate = 0; coordinate < dimension; coordinate++) {
                long drawn = Long.remainderUnsigned(mixed(mixed(settings.seed() + mixed(key)) + coordinate), 6);
                matrix[from + coordinate] = drawn == 0 ? ENTRY * scale : drawn == 1 ? -ENTRY * scale : 0;
            }
        }

        /** The finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014), one step on. */
        private static long mixed(long value) {
            long z = value + 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }

        /** next = P·power, and its rows, each of length 1, are added to the embedding. */
        private void multiply(float[] power, float[] next, float[] embedding, float weight) {
            Blocks.forEach(graph.size(), (begin, end) -> {
                for (int vertex = begin; vertex < end; vertex++) {
                    average(power, next, vertex);
                    add(next, embedding, vertex, weight);
                }
            });
        }

        private void average(float[] power, float[] next, int vertex) {
            var sums = new float[dimension];
            for (int arc = graph.begin(vertex); arc < graph.begin(vertex + 1); arc++) {
                int from = graph.target(arc) * dimension;
                float weight = graph.weight(arc);
                for (int coordinate = 0; coordinate < dimension; coordinate++) {
                    sums[coordinate] += weight * power[from + coordinate];
                }
            }
            double strength = graph.strength(vertex);
            float share = strength > 0 ? (float) (1 / strength) : 0;
            for (int coordinate = 0; coordinate < dimension; coordinate++) {
                next[vertex * dimension + coordinate] = share * sums[coordinate];
            }
        }

        private void add(float[] next, float[] embedding, int vertex, float weight) {
            int from = vertex * dimension;
            double squares = 0;
            for (int place = from; place < from + dimension; place++) {
                squares += (double) next[place] * next[place];
            }
            float scale = squares > 0 ? (float) (weight / Math.sqrt(squares)) : 0;
            for (int place = from; place < from + dimension; place++) {
                embedding[place] += scale * next[place];
            }
        }
    }
}
