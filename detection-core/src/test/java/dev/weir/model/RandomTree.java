package dev.weir.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Proper trees of any shape. */
final class RandomTree {

  private final List<Integer> feature = new ArrayList<>();
  private final List<Double> threshold = new ArrayList<>();
  private final List<Integer> right = new ArrayList<>();
  private final List<Integer> count = new ArrayList<>();
  private final Random random;
  private final int columns;

  private RandomTree(Random random, int columns) {
    this.random = random;
    this.columns = columns;
  }

  static Tree of(Random random, int columns, int depth) {
    RandomTree tree = new RandomTree(random, columns);
    tree.grow(depth);
    return new Tree(
        ints(tree.feature),
        tree.threshold.stream().mapToDouble(Double::doubleValue).toArray(),
        ints(tree.right),
        ints(tree.count));
  }

  static List<Tree> forest(Random random, int columns, int depth, int trees) {
    return IntStream.range(0, trees).mapToObj(i -> of(random, columns, depth)).toList();
  }

  private int grow(int depth) {
    int node = feature.size();
    feature.add(Tree.LEAF);
    threshold.add(0.0);
    right.add(0);
    count.add(random.nextInt(6));
    if (depth > 0 && random.nextInt(5) > 0) {
      feature.set(node, random.nextInt(columns));
      threshold.set(node, (double) random.nextInt(10));
      int below = grow(depth - 1);
      right.set(node, feature.size());
      count.set(node, below + grow(depth - 1));
    }
    return count.get(node);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
