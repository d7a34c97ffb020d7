package dev.weir.cli.traffic;

/** A lognormal size or time, cut off at {@code most}. */
record Spread(double median, double sigma, double most) {

  static Spread of(double median, double sigma) {
    return new Spread(median, sigma, median * 1000);
  }

  static Spread fixed(double value) {
    return new Spread(value, 0, value);
  }

  long draw(Dice dice) {
    return (long) Math.min(dice.logNormal(median, sigma), most);
  }
}
