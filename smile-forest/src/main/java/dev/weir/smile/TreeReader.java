package dev.weir.smile;

import dev.weir.model.Tree;
import java.lang.reflect.Field;
import java.util.Arrays;
import smile.anomaly.IsolationTree;

/**
 * Reads one of Smile's trees, whose nodes are private, into plain arrays, once, right after it was
 * grown. Counts come from sending the tree's own sample down the arrays.
 */
final class TreeReader {

  private static final Field ROOT = field(IsolationTree.class, "root");
  private static final Class<?> NODE = ROOT.getType();
  private static final Field SLOPE = field(NODE, "slope");
  private static final Field INTERCEPT = field(NODE, "intercept");
  private static final Field BIAS = field(NODE, "bias");
  private static final Field LEFT = field(NODE, "left");
  private static final Field RIGHT = field(NODE, "right");

  /** Doubles in a row that may have one product with a slope, and some. */
  private static final int MAX_STEPS = 4;

  private int size;
  private int[] feature = new int[64];
  private double[] threshold = new double[64];
  private int[] right = new int[64];

  private TreeReader() {}

  /**
   * The tree as arrays.
   *
   * @param sample the rows that it was grown from
   */
  static Tree read(IsolationTree tree, double[][] sample) {
    TreeReader reader = new TreeReader();
    reader.append(get(ROOT, tree));
    int n = reader.size;
    int[] feature = Arrays.copyOf(reader.feature, n);
    double[] threshold = Arrays.copyOf(reader.threshold, n);
    int[] right = Arrays.copyOf(reader.right, n);
    return new Tree(feature, threshold, right, counts(feature, threshold, right, sample));
  }

  private void append(Object node) {
    int at = next();
    Object left = get(LEFT, node);
    if (left == null) {
      feature[at] = Tree.LEAF;
      return;
    }
    double[] slope = (double[]) get(SLOPE, node);
    double[] intercept = (double[]) get(INTERCEPT, node);
    int split = splitFeature(slope);
    feature[at] = Math.max(split, 0);
    Object below = left;
    Object above = get(RIGHT, node);
    if (split < 0) {
      // A slope of zeros (it happens) sends every row right.
      threshold[at] = -Double.MAX_VALUE;
    } else {
      threshold[at] = threshold(slope[split], (double) get(BIAS, node), intercept[split]);
      if (slope[split] < 0) {
        below = above;
        above = left;
      }
    }
    append(below);
    right[at] = size;
    append(above);
  }

  /**
   * The smallest value that does not lie below the split. The tree compares rounded products, slope
   * * x with the bias, so that this may be a neighbour of the intercept.
   */
  private static double threshold(double slope, double bias, double intercept) {
    double x = intercept;
    for (int i = 0; i < MAX_STEPS && isBelow(x, slope, bias); i++) {
      x = Math.nextUp(x);
    }
    for (int i = 0; i < MAX_STEPS && !isBelow(Math.nextDown(x), slope, bias); i++) {
      x = Math.nextDown(x);
    }
    return x;
  }

  /** With a falling slope what is left of the tree's split lies above. */
  private static boolean isBelow(double x, double slope, double bias) {
    return (slope * x < bias) == (slope > 0);
  }

  private int next() {
    if (size == feature.length) {
      feature = Arrays.copyOf(feature, 2 * size);
      threshold = Arrays.copyOf(threshold, 2 * size);
      right = Arrays.copyOf(right, 2 * size);
    }
    return size++;
  }

  /** The one feature with a slope; -1 where there is none. */
  private static int splitFeature(double[] slope) {
    for (int i = 0; i < slope.length; i++) {
      if (slope[i] != 0) {
        return i;
      }
    }
    return -1;
  }

  private static int[] counts(int[] feature, double[] threshold, int[] right, double[][] sample) {
    int[] counts = new int[feature.length];
    for (double[] row : sample) {
      int node = 0;
      counts[node]++;
      while (feature[node] != Tree.LEAF) {
        node = row[feature[node]] < threshold[node] ? node + 1 : right[node];
        counts[node]++;
      }
    }
    return counts;
  }

  private static Field field(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("not the Smile that this release was built with", e);
    }
  }

  private static Object get(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Smile's trees cannot be read", e);
    }
  }
}
