package dev.weir.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a node fits into an int: its threshold's rank above, its column below, and between them a bit
 * that is 0. A row's value becomes a code of the same make without a column, so that node - code
 * says all:
 *
 * <ul>
 *   <li>negative: the value is not below the threshold, the row goes right;
 *   <li>the bit between set: the value is missing. Its code makes any difference positive.
 * </ul>
 *
 * <p>One more column, which is always there and never decides, serves nodes that only pad a tree.
 */
final class NodeCode {

  private final Ranks[] ranks;
  private final int columnBits;

  NodeCode(int columns, List<Tree> trees) {
    ranks =
        IntStream.range(0, columns)
            .mapToObj(column -> Ranks.of(thresholds(trees, column)))
            .toArray(Ranks[]::new);
    columnBits = Integer.SIZE - Integer.numberOfLeadingZeros(columns);
  }

  private static double[] thresholds(List<Tree> trees, int column) {
    return trees.stream()
        .flatMapToDouble(
            tree ->
                IntStream.range(0, tree.size())
                    .filter(node -> tree.feature()[node] == column)
                    .mapToDouble(node -> tree.threshold()[node]))
        .toArray();
  }

  /** Whether every rank has bits enough. */
  boolean fits() {
    int rankBits = Integer.SIZE - 1 - rankShift();
    for (Ranks column : ranks) {
      if (rankBits < 1 || column.size() >= 1 << rankBits) {
        return false;
      }
    }
    return true;
  }

  private int rankShift() {
    return columnBits + 1;
  }

  /** How many codes a row has, some of them spare: a power of two. */
  int rowCodes() {
    return 1 << columnBits;
  }

  /** The bit of a difference that says that the value is missing. */
  int missingBit() {
    return 1 << columnBits;
  }

  /** The code of an inner node. */
  int node(int column, double threshold) {
    return (ranks[column].of(threshold) - 1) << rankShift() | column;
  }

  /** The code of a node at which every row goes left, whatever it misses. */
  int padding() {
    return ranks.length;
  }

  /**
   * Codes a row.
   *
   * @param codes as many as {@link #rowCodes}
   * @return whether a value is missing
   */
  boolean row(double[] row, int[] codes) {
    boolean missing = false;
    for (int column = 0; column < ranks.length; column++) {
      double value = row[column];
      if (Double.isNaN(value)) {
        codes[column] = -missingBit();
        missing = true;
      } else {
        codes[column] = ranks[column].of(value) << rankShift();
      }
    }
    return missing;
  }
}
