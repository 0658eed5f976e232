package io.caucus.scoring.model;

import java.util.Arrays;

/**
 * Gradient-boosted trees as flat arrays, one entry a node, the nodes of all trees one after the other.
 *
 * <p><b>Definition.</b> The margin is the base plus one leaf of each tree. At a split a row goes left if its value, as a float,
 * is less than the threshold; where the value is missing, to the side that training chose.
 *
 * <p><b>Source.</b> T. Chen, C. Guestrin, "XGBoost: A Scalable Tree Boosting System", KDD 2016. {@link #floatMargin} repeats
 * the library's arithmetic: values, thresholds, leaves and their sum are floats, so that it gives the library's bits.
 * {@link #margin} adds the same leaves in double precision, since only there explanations add up to 1e-9.
 *
 * <p><b>Cost.</b> O(trees · depth) a row.
 */
public final class BoostedTrees implements LearnedModel {

    /** In the place of an input's number: the node is a leaf. */
    static final int LEAF = -1;

    private final int inputs;
    private final float base;
    private final int[] roots;
    private final Nodes nodes;
    private final double[] expectation;

    /**
     * All nodes. For a leaf {@code split} is −1 and {@code value} its share of the margin; otherwise {@code value} is the
     * threshold and the children are indices into the same arrays.
     *
     * @param cover the weight of the training rows that came by, as the library counts it: the sum of their Hessians
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Nodes(int[] split, float[] value, int[] left, int[] right, int[] missing, float[] cover) {

        boolean isLeaf(int node) {
            return split[node] == LEAF;
        }

        int next(int node, float x) {
            if (Float.isNaN(x)) {
                return missing[node];
            }
            return x < value[node] ? left[node] : right[node];
        }
    }

    /** @param roots where each tree begins in the arrays */
    public BoostedTrees(int inputs, float base, int[] roots, Nodes nodes) {
        this.inputs = inputs;
        this.base = base;
        this.roots = roots.clone();
        this.nodes = nodes;
        check();
        this.expectation = new double[nodes.split().length];
        for (int root : roots) {
            expect(root);
        }
    }

    private void check() {
        int size = nodes.split().length;
        for (int[] children : new int[][] {nodes.left(), nodes.right(), nodes.missing()}) {
            if (children.length != size || nodes.value().length != size || nodes.cover().length != size) {
                throw new IllegalArgumentException(
                        "the arrays of the trees differ in length; all must have %d".formatted(size));
            }
        }
        for (int node = 0; node < size; node++) {
            if (nodes.split()[node] >= inputs || nodes.split()[node] < LEAF) {
                throw new IllegalArgumentException(
                        "node %d splits on input %d, there are %d".formatted(node, nodes.split()[node], inputs));
            }
            if (!nodes.isLeaf(node)) {
                checkChild(node, nodes.left()[node]);
                checkChild(node, nodes.right()[node]);
                checkChild(node, nodes.missing()[node]);
            }
        }
    }

    /** Children stand after their parents, so that no walk goes in circles. */
    private void checkChild(int node, int child) {
        if (child <= node || child >= nodes.split().length) {
            throw new IllegalArgumentException("node %d has the child %d, must stand after it and before %d"
                    .formatted(node, child, nodes.split().length));
        }
    }

    private double expect(int node) {
        if (nodes.isLeaf(node)) {
            expectation[node] = nodes.value()[node];
        } else {
            int left = nodes.left()[node];
            int right = nodes.right()[node];
            double cover = nodes.cover()[node];
            expectation[node] = (nodes.cover()[left] * expect(left) + nodes.cover()[right] * expect(right)) / cover;
        }
        return expectation[node];
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public double margin(double[] row) {
        float[] values = floats(row);
        double sum = base;
        for (int root : roots) {
            sum += nodes.value()[leaf(root, values)];
        }
        return sum;
    }

    /** The margin in the library's arithmetic, bit for bit. */
    public float floatMargin(double[] row) {
        float[] values = floats(row);
        float sum = base;
        for (int root : roots) {
            sum += nodes.value()[leaf(root, values)];
        }
        return sum;
    }

    private int leaf(int root, float[] values) {
        int node = root;
        while (!nodes.isLeaf(node)) {
            node = nodes.next(node, values[nodes.split()[node]]);
        }
        return node;
    }

    @Override
    public Explanation explain(double[] row) {
        float[] values = floats(row);
        double[] contributions = new double[inputs];
        double expected = base;
        for (int root : roots) {
            expected += expectation[root];
            new TreeShap(nodes, values, contributions).explain(root);
        }
        return new Explanation(expected, contributions);
    }

    private float[] floats(double[] row) {
        LearnedModel.check(row, inputs);
        float[] values = new float[row.length];
        for (int input = 0; input < row.length; input++) {
            values[input] = (float) row[input];
        }
        return values;
    }

    public float base() {
        return base;
    }

    public int[] roots() {
        return roots.clone();
    }

    public Nodes nodes() {
        return nodes;
    }

    public int trees() {
        return roots.length;
    }

    /** Whether any tree asks for the input. */
    public boolean reads(int input) {
        return Arrays.stream(nodes.split()).anyMatch(split -> split == input);
    }
}
