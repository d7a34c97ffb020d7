package dev.weir.bench.forest;

/**
 * One way to score all rows.
 *
 * @param name its key in results
 * @param rows how many it scores in one go
 */
record Contender(String name, int rows, Scoring scoring) {

  /** Scores the rows once, on this thread. */
  @FunctionalInterface
  interface Scoring {

    /** Returns something of the scores, so that none of the work can be left out. */
    double run() throws Exception;
  }
}
