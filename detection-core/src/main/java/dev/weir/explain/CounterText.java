package dev.weir.explain;

/** Says what would make a window normal. */
final class CounterText {

  private CounterText() {}

  /**
   * The sentence.
   *
   * @param onward whether it stays normal from there to the median
   * @param lower whether the value would have to be lower than it is
   */
  static String of(Phrase phrase, double normalAt, boolean onward, boolean lower) {
    String limit = lower == phrase.falls() ? "at least " : "at most ";
    // Nothing is less than none: "at most 0" would only sound like a riddle.
    String said = phrase.say(onward && normalAt != 0 ? limit : "", normalAt);
    return (phrase.before().isEmpty() ? "with " : "if ")
        + said
        + (phrase.before().isEmpty() ? "" : ",")
        + " this window would be normal";
  }
}
