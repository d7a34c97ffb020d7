package dev.weir.explain;

import dev.weir.model.Quantiles;

/** Says in a sentence that a tired person understands how a value differs from what is normal. */
final class ReasonText {

  private ReasonText() {}

  static String of(Phrase phrase, double value, Quantiles normal) {
    return of(phrase, value, Normal.of(normal));
  }

  /**
   * What was seen, and after a semicolon what is normal; within the range that it is normal, and in
   * brackets what is usual. A bound is said from the quantity's side, which may fall as values
   * rise.
   */
  static String of(Phrase phrase, double value, Normal normal) {
    if (Double.isNaN(value)) {
      return phrase.words() + ": not measured";
    }
    if (!normal.isKnown()) {
      return phrase.say(value) + "; never measured in training";
    }
    if (!normal.leavesOut(value)) {
      return phrase.say(value)
          + ", by itself normal for "
          + normal.whose()
          + " ("
          + usual(phrase, value, normal)
          + ")";
    }
    return seen(phrase, value, normal)
        + "; normal for "
        + normal.whose()
        + ": "
        + range(phrase, value, normal);
  }

  /** A value that rounds to the bound that it is beyond would read as normal. */
  private static String seen(Phrase phrase, double value, Normal normal) {
    String bound = phrase.quantity().apply(normal.bound(value));
    if (!phrase.quantity().apply(value).equals(bound)) {
      return phrase.say(value);
    }
    boolean above = normal.isExceededBy(value) != phrase.falls();
    return phrase.say(above ? "slightly over " : "slightly under ", value);
  }

  private static String usual(Phrase phrase, double value, Normal normal) {
    return Double.isNaN(normal.median())
        ? limit(phrase, value, normal)
        : "usually " + phrase.quantity().apply(normal.median());
  }

  private static String limit(Phrase phrase, double value, Normal normal) {
    return (normal.isLow(value) == phrase.falls() ? "at most " : "at least ")
        + phrase.quantity().apply(normal.bound(value));
  }

  private static String range(Phrase phrase, double value, Normal normal) {
    if (Double.isNaN(normal.median())) {
      return limit(phrase, value, normal);
    }
    String bound = phrase.quantity().apply(normal.bound(value));
    String median = phrase.quantity().apply(normal.median());
    return median.equals(bound) ? median : median + ", " + limit(phrase, value, normal);
  }
}
