package io.caucus.scoring.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caucus.scoring.model.BoostedTrees;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost's JSON dump with statistics, as flat arrays; children stand after their parents. */
final class TreeDump {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Node> nodes = new ArrayList<>();

    private record Node(int split, float value, int left, int right, int missing, float cover) {}

    private TreeDump() {}

    static BoostedTrees read(Booster booster, int inputs, float base) throws XGBoostError {
        var dump = new TreeDump();
        var roots = new ArrayList<Integer>();
        for (String tree : booster.getModelDump("", true, "json")) {
            try {
                roots.add(dump.add(JSON.readTree(tree)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("XGBoost's dump of tree %d is not JSON".formatted(roots.size()), e);
            }
        }
        return new BoostedTrees(
                inputs, base, roots.stream().mapToInt(Integer::intValue).toArray(), dump.arrays());
    }

    private int add(JsonNode tree) {
        int place = nodes.size();
        float cover = floatOf(tree, "cover");
        if (tree.has("leaf")) {
            nodes.add(new Node(-1, floatOf(tree, "leaf"), 0, 0, 0, cover));
            return place;
        }
        int split = inputOf(tree.get("split").asText());
        nodes.add(new Node(split, 0, 0, 0, 0, cover)); // keeps the place
        int yes = tree.get("yes").asInt();
        boolean yesFirst = tree.get("children").get(0).get("nodeid").asInt() == yes;
        int left = add(tree.get("children").get(yesFirst ? 0 : 1));
        int right = add(tree.get("children").get(yesFirst ? 1 : 0));
        int missing = tree.get("missing").asInt() == yes ? left : right;
        nodes.set(place, new Node(split, floatOf(tree, "split_condition"), left, right, missing, cover));
        return place;
    }

    /** Of the name that the library gives it: {@code f12}. */
    static int inputOf(String name) {
        return Integer.parseInt(name.substring(1));
    }

    /** By way of its text: the shortest decimal that names the float. */
    private static float floatOf(JsonNode node, String field) {
        return Float.parseFloat(node.get(field).asText());
    }

    private BoostedTrees.Nodes arrays() {
        float[] values = new float[nodes.size()];
        float[] covers = new float[nodes.size()];
        for (int node = 0; node < values.length; node++) {
            values[node] = nodes.get(node).value();
            covers[node] = nodes.get(node).cover();
        }
        return new BoostedTrees.Nodes(
                nodes.stream().mapToInt(Node::split).toArray(),
                values,
                nodes.stream().mapToInt(Node::left).toArray(),
                nodes.stream().mapToInt(Node::right).toArray(),
                nodes.stream().mapToInt(Node::missing).toArray(),
                covers);
    }
}
