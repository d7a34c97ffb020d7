package dev.weir.explain;

import java.util.function.DoubleFunction;

/**
 * How people say a measure: words around a quantity that they know, even where what is measured is
 * a logarithm or an entropy.
 *
 * @param before stands before the quantity
 * @param quantity of a raw value, with its unit
 * @param one stands after the quantity of 1
 * @param many stands after any other
 * @param millis the time that the quantity is of; {@link #TIMELESS} where it is of none
 * @param falls whether the quantity falls where the value rises
 */
public record Phrase(
    String before,
    DoubleFunction<String> quantity,
    String one,
    String many,
    long millis,
    boolean falls) {

  /** Of a quantity that is what it is however long it took. */
  private static final long TIMELESS = -1;

  /** A number of things: "1 flow", "3,412 flows". */
  public static Phrase count(String one, String many) {
    return new Phrase("", Quantity::number, " " + one, " " + many, TIMELESS, false);
  }

  /** A number of bytes, and what became of them: "2.50 MB sent". */
  public static Phrase bytes(String after) {
    return quantity(Quantity::bytes, after);
  }

  /** A share from 0 to 1, and what of: "98 % of flows rejected". */
  public static Phrase share(String after) {
    return quantity(Quantity::share, after);
  }

  /** A quantity that brings its unit, with words behind. */
  public static Phrase quantity(DoubleFunction<String> quantity, String after) {
    return around("", quantity, " " + after);
  }

  /** A quantity with words around it, which bring their blanks. */
  public static Phrase around(String before, DoubleFunction<String> quantity, String after) {
    return new Phrase(before, quantity, after, after, TIMELESS, false);
  }

  /** The same words for a quantity that falls where the value rises. */
  Phrase falling() {
    return new Phrase(before, quantity, one, many, millis, true);
  }

  /** The same with the time that it took: what grows with time means nothing without it. */
  public Phrase in(long length) {
    // Said when it is asked for: most phrases of what is measured never are.
    return new Phrase(before, quantity, one, many, length, falls);
  }

  /** The value in words. */
  public String say(double value) {
    return say("", value);
  }

  /** The value in words, and some before the quantity. */
  String say(String adverb, double value) {
    return before + adverb + quantity.apply(value) + (value == 1 ? one : many) + time();
  }

  /** The words alone. */
  String words() {
    return (before + many + time()).strip();
  }

  private String time() {
    return millis == TIMELESS ? "" : " in " + Quantity.time(millis);
  }
}
