package dev.weir.model;

/** The trees of a forest in some layout. Immutable. */
interface PathLengths {

  /** A walker over these trees, for one thread. */
  Walker walker();

  /** Sends rows down the trees, one after the other; owns what it needs for that. */
  interface Walker {

    /**
     * The row's path lengths, added up in the order of the trees where the row is complete. Where a
     * value is missing both branches count, weighted by the training rows that went each way.
     *
     * @param row of as many values as the forest has columns; NaN where absent
     */
    double sum(double[] row);
  }
}
