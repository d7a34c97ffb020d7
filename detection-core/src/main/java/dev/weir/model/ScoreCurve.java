package dev.weir.model;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The score of a window as the raw value of one feature changes and the raw values of all others
 * stay. Where other columns are scaled by that feature, as shares are by the flows, they move with
 * it. Trees compare with thresholds, so the curve is one of steps, and its steps are the forest's.
 */
public final class ScoreCurve {

  /**
   * A piece over which the score does not change.
   *
   * @param from raw value, inclusive
   * @param to raw value, exclusive
   */
  public record Piece(double from, double to, double score) {}

  private final Transform transform;
  private final Forest forest;
  private final List<Tree> trees;

  /** Of a forest's scores of what the transform gives. */
  public ScoreCurve(Transform transform, Forest forest) {
    this.transform = transform;
    this.forest = forest;
    trees = forest.trees();
  }

  /**
   * The curve between two raw values, up to rounding at its steps and in its scores.
   *
   * @param vector must have a value of the feature
   * @param from lowest raw value
   * @param to above the highest raw value
   * @return pieces in ascending order, without gaps
   */
  public List<Piece> of(FeatureVector vector, Feature feature, double from, double to) {
    NavigableMap<Double, Double> changes = new TreeMap<>();
    double[] row = transform.apply(vector);
    for (Tree tree : trees) {
      new Sweep(tree, transform, feature, vector, row, changes).below(0, 0, 1, from, to);
    }
    List<Piece> pieces = new ArrayList<>();
    double start = from;
    double pathLengths = 0;
    for (Map.Entry<Double, Double> change : changes.entrySet()) {
      if (change.getKey() > start) {
        pieces.add(piece(start, change.getKey(), pathLengths));
        start = change.getKey();
      }
      pathLengths += change.getValue();
    }
    return pieces;
  }

  private Piece piece(double from, double to, double pathLengths) {
    return new Piece(from, to, forest.scoreOf(pathLengths / trees.size()));
  }
}
