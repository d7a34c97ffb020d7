package dev.weir.model;

/**
 * How many windows a day alert by their score alone. NaN where it is not known.
 *
 * @param budget that was asked for
 * @param expected by the history's scores
 * @param low the expected rate is above it with a probability of 95 %
 * @param high the expected rate is below it with a probability of 95 %
 */
public record AlertRate(double budget, double expected, double low, double high) {

  /** Of a model that does not tell. */
  public static final AlertRate UNKNOWN =
      new AlertRate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Whether the model tells. */
  public boolean isKnown() {
    return !Double.isNaN(expected);
  }
}
