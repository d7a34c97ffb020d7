package dev.weir.bench.forest;

import dev.weir.model.PathLength;
import dev.weir.model.Tree;
import java.util.Arrays;
import java.util.List;

/** Trees as an ONNX model with one TreeEnsembleRegressor, which adds their path lengths up. */
final class OnnxTrees {

  private static final int FLOAT = 1;

  private final long[] tree;
  private final long[] node;
  private final long[] feature;
  private final long[] yes;
  private final long[] no;
  private final float[] value;
  private final String[] mode;
  private final long[] leafTree;
  private final long[] leafNode;
  private final float[] leafValue;
  private int nodes;
  private int leaves;

  private OnnxTrees(List<Tree> trees) {
    int size = trees.stream().mapToInt(Tree::size).sum();
    tree = new long[size];
    node = new long[size];
    feature = new long[size];
    yes = new long[size];
    no = new long[size];
    value = new float[size];
    mode = new String[size];
    leafTree = new long[size];
    leafNode = new long[size];
    leafValue = new float[size];
    for (int i = 0; i < trees.size(); i++) {
      add(i, trees.get(i), 0, 0);
    }
  }

  /** The model's bytes; input "rows" of that many floats each, output "lengths". */
  static byte[] model(int columns, List<Tree> trees) {
    OnnxModel graph =
        new OnnxModel()
            .message(1, new OnnxTrees(trees).regressor())
            .text(2, "forest")
            .message(11, matrix("rows", columns))
            .message(12, matrix("lengths", 1));
    return new OnnxModel()
        .integer(1, 8)
        .message(7, graph)
        .message(8, new OnnxModel().text(1, "").integer(2, 15))
        .message(8, new OnnxModel().text(1, "ai.onnx.ml").integer(2, 3))
        .toBytes();
  }

  private static OnnxModel matrix(String name, int width) {
    OnnxModel shape =
        new OnnxModel()
            .message(1, new OnnxModel().text(2, "n"))
            .message(1, new OnnxModel().integer(1, width));
    OnnxModel tensor = new OnnxModel().integer(1, FLOAT).message(2, shape);
    return new OnnxModel().text(1, name).message(2, new OnnxModel().message(1, tensor));
  }

  private void add(int index, Tree from, int at, int depth) {
    boolean leaf = from.feature()[at] == Tree.LEAF;
    tree[nodes] = index;
    node[nodes] = at;
    mode[nodes] = leaf ? "LEAF" : "BRANCH_LEQ";
    feature[nodes] = leaf ? 0 : from.feature()[at];
    value[nodes] = leaf ? 0 : largestBelow(from.threshold()[at]);
    yes[nodes] = leaf ? 0 : at + 1;
    no[nodes] = leaf ? 0 : from.right()[at];
    nodes++;
    if (leaf) {
      leafTree[leaves] = index;
      leafNode[leaves] = at;
      leafValue[leaves++] = (float) (depth + PathLength.average(from.count()[at]));
    } else {
      add(index, from, at + 1, depth + 1);
      add(index, from, from.right()[at], depth + 1);
    }
  }

  /** At most that is what below the threshold is, among floats; and the runtime's fastest mode. */
  private static float largestBelow(double threshold) {
    float near = (float) threshold;
    return near < threshold ? near : Math.nextDown(near);
  }

  private OnnxModel regressor() {
    return new OnnxModel()
        .text(1, "rows")
        .text(2, "lengths")
        .text(4, "TreeEnsembleRegressor")
        .integer("n_targets", 1)
        .integers("nodes_treeids", tree)
        .integers("nodes_nodeids", node)
        .integers("nodes_featureids", feature)
        .integers("nodes_truenodeids", yes)
        .integers("nodes_falsenodeids", no)
        .floats("nodes_values", value)
        .texts("nodes_modes", mode)
        .integers("target_treeids", Arrays.copyOf(leafTree, leaves))
        .integers("target_nodeids", Arrays.copyOf(leafNode, leaves))
        .integers("target_ids", new long[leaves])
        .floats("target_weights", Arrays.copyOf(leafValue, leaves))
        .text(7, "ai.onnx.ml");
  }
}
