package io.caucus.scoring.model;

/**
 * Exact Shapley values of one tree for one row, where the rows that came by in training decide what an unknown input is worth.
 *
 * <p><b>Definition.</b> The value of a set of inputs is the mean leaf reached when inputs of the set are known and splits on
 * others go both ways in proportion to cover; an input's contribution is its Shapley value in that game. Contributions and the
 * tree's expectation add up to the leaf that the row reaches.
 *
 * <p><b>Source.</b> S. Lundberg et al., "From local explanations to global understanding with explainable AI for trees",
 * Nature Machine Intelligence 2 (2020), algorithm 2 (path-dependent). The letters are theirs: a path element has the fraction
 * of paths that flow through it when its input is unknown (zero) and known (one), and the weight of all subsets of a size.
 *
 * <p><b>Cost.</b> O(leaves · depth²).
 */
final class TreeShap {

    private final BoostedTrees.Nodes nodes;
    private final float[] row;
    private final double[] contributions;

    /** @param contributions to which this tree's are added */
    TreeShap(BoostedTrees.Nodes nodes, float[] row, double[] contributions) {
        this.nodes = nodes;
        this.row = row;
        this.contributions = contributions;
    }

    void explain(int root) {
        walk(root, new Path(0), 1, 1, BoostedTrees.LEAF);
    }

    private void walk(int node, Path before, double zero, double one, int input) {
        var path = before.extended(zero, one, input);
        if (nodes.isLeaf(node)) {
            for (int element = 1; element < path.length; element++) {
                contributions[path.input[element]] +=
                        path.weightWithout(element) * (path.one[element] - path.zero[element]) * nodes.value()[node];
            }
            return;
        }
        int split = nodes.split()[node];
        int hot = nodes.next(node, row[split]);
        int cold = hot == nodes.left()[node] ? nodes.right()[node] : nodes.left()[node];
        double zeroBefore = 1;
        double oneBefore = 1;
        int met = path.find(split);
        if (met > 0) {
            zeroBefore = path.zero[met];
            oneBefore = path.one[met];
            path = path.without(met);
        }
        double cover = nodes.cover()[node];
        walk(hot, path, zeroBefore * (nodes.cover()[hot] / cover), oneBefore, split);
        walk(cold, path, zeroBefore * (nodes.cover()[cold] / cover), 0, split);
    }

    /** The distinct inputs on the way to a node; element 0 stands for none. */
    private static final class Path {

        private final int length;
        private final int[] input;
        private final double[] zero;
        private final double[] one;
        private final double[] weight;

        Path(int length) {
            this.length = length;
            input = new int[length];
            zero = new double[length];
            one = new double[length];
            weight = new double[length];
        }

        private void copy(Path from, int count) {
            System.arraycopy(from.input, 0, input, 0, count);
            System.arraycopy(from.zero, 0, zero, 0, count);
            System.arraycopy(from.one, 0, one, 0, count);
            System.arraycopy(from.weight, 0, weight, 0, count);
        }

        /** EXTEND of the paper. */
        Path extended(double zeroFraction, double oneFraction, int newInput) {
            var longer = new Path(length + 1);
            longer.copy(this, length);
            longer.input[length] = newInput;
            longer.zero[length] = zeroFraction;
            longer.one[length] = oneFraction;
            longer.weight[length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                longer.weight[i + 1] += oneFraction * longer.weight[i] * (i + 1) / (length + 1);
                longer.weight[i] = zeroFraction * longer.weight[i] * (length - i) / (length + 1);
            }
            return longer;
        }

        int find(int wanted) {
            for (int element = 1; element < length; element++) {
                if (input[element] == wanted) {
                    return element;
                }
            }
            return 0;
        }

        /** UNWIND of the paper: undoes the extension by one element. */
        Path without(int element) {
            var shorter = new Path(length - 1);
            shorter.copy(this, length - 1);
            unwind(element, shorter.weight);
            for (int i = element; i < length - 1; i++) {
                shorter.input[i] = input[i + 1];
                shorter.zero[i] = zero[i + 1];
                shorter.one[i] = one[i + 1];
            }
            return shorter;
        }

        double weightWithout(int element) {
            double[] left = new double[length - 1];
            System.arraycopy(weight, 0, left, 0, length - 1);
            unwind(element, left);
            double sum = 0;
            for (double each : left) {
                sum += each;
            }
            return sum;
        }

        /** @param left the weights but the last, replaced by what they were before the element came */
        private void unwind(int element, double[] left) {
            double last = weight[length - 1];
            for (int i = length - 2; i >= 0; i--) {
                if (one[element] == 0) {
                    left[i] = left[i] * length / (zero[element] * (length - 1 - i));
                } else {
                    double before = left[i];
                    left[i] = last * length / ((i + 1) * one[element]);
                    last = before - left[i] * zero[element] * (length - 1 - i) / length;
                }
            }
        }
    }
}
