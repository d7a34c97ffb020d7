package dev.weir.model;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import java.util.NavigableMap;

/**
 * Takes a window down a tree with all raw values of one feature together.
 *
 * @param changed the feature
 * @param row of the window as it is
 * @param changes by how much the path lengths' sum changes at a raw value; added to
 */
record Sweep(
    Tree tree,
    Transform transform,
    Feature changed,
    FeatureVector vector,
    double[] row,
    NavigableMap<Double, Double> changes) {

  /**
   * Adds the leaves below a node.
   *
   * @param weight share of the training rows on the way where a value is missing
   * @param from lowest raw value that gets to the node
   * @param to above the highest
   */
  void below(int node, int depth, double weight, double from, double to) {
    if (from >= to || weight == 0) {
      return;
    }
    int column = tree.feature()[node];
    if (column == Tree.LEAF) {
      double length = weight * PathLength.ofLeaf(depth, tree.count()[node]);
      changes.merge(from, length, Double::sum);
      changes.merge(to, -length, Double::sum);
      return;
    }
    Feature feature = transform.features().get(column);
    double threshold = tree.threshold()[node];
    int left = node + 1;
    int right = tree.right()[node];
    if (Double.isNaN(row[column])) {
      double share = PathLength.shareBelow(tree.count()[left], tree.count()[right]);
      below(left, depth + 1, weight * share, from, to);
      below(right, depth + 1, weight * (1 - share), from, to);
    } else if (transform.depends(feature, changed)) {
      Transform.Crossing crossing = transform.crossing(feature, threshold, changed, vector);
      double at = crossing.at();
      below(crossing.below() ? left : right, depth + 1, weight, from, Math.min(to, at));
      below(crossing.below() ? right : left, depth + 1, weight, Math.max(from, at), to);
    } else {
      below(row[column] < threshold ? left : right, depth + 1, weight, from, to);
    }
  }
}
