package dev.weir.alert;

import dev.weir.feature.Feature;
import java.util.function.DoubleFunction;

/**
 * How people say a feature's value: words around a quantity that they know, even where the feature
 * is a logarithm or an entropy.
 *
 * @param before the quantity
 * @param quantity of a raw value
 * @param after the quantity
 * @param falls whether the quantity falls where the value rises
 */
record Phrase(String before, DoubleFunction<String> quantity, String after, boolean falls) {

  /** The phrase for a feature that has that value. */
  static Phrase of(Feature feature, double value) {
    return switch (feature) {
      case FLOW_COUNT -> after(Quantity::number, "flows");
      case BYTES_IN -> after(Quantity::bytes, "sent");
      case BYTES_OUT -> after(Quantity::bytes, "received");
      case PACKETS -> after(Quantity::number, "packets");
      case BYTES_IN_OUT_LOG_RATIO -> value < 0 ? receives() : sends();
      case DURATION_MEAN -> new Phrase("flows last ", Quantity::seconds, " on average", false);
      case TRAFFIC_RATE -> after(Quantity::rate, "while active");
      case AVG_PACKET_SIZE -> after(Quantity::bytes, "a packet");
      case DISTINCT_DST_IPS -> after(Quantity::number, "distinct destinations");
      case DISTINCT_DST_PORTS -> after(Quantity::number, "distinct ports");
      case DST_PORT_ENTROPY -> spread();
      case PORT_22_SHARE -> after(Quantity::share, "of flows to SSH (22)");
      case PORT_3389_SHARE -> after(Quantity::share, "of flows to RDP (3389)");
      case CRITICAL_PORT_SHARE -> after(Quantity::share, "of flows to critical ports");
      case NON_STANDARD_PORT_SHARE -> after(Quantity::share, "of flows to non-standard ports");
      case REJECTED_SHARE -> after(Quantity::share, "of flows rejected");
      case SHORT_FLOW_SHARE -> after(Quantity::share, "of flows short-lived");
      case MAX_FLOW_BYTES_IN -> after(Quantity::bytes, "sent in the largest flow");
      case ACTIVITY_REGULARITY -> pauses();
      case RULE_HITS -> after(Quantity::number, "rule hits");
    };
  }

  private static Phrase after(DoubleFunction<String> quantity, String words) {
    return new Phrase("", quantity, " " + words, false);
  }

  private static Phrase sends() {
    return new Phrase(
        "sends ", ln -> Quantity.times(StrictMath.exp(ln)), " what it receives", false);
  }

  private static Phrase receives() {
    return new Phrase(
        "receives ", ln -> Quantity.times(StrictMath.exp(-ln)), " what it sends", true);
  }

  /** An entropy of H bits is that of 2^H ports used alike. */
  private static Phrase spread() {
    return new Phrase(
        "spread over ports like ",
        bits -> Quantity.rough(StrictMath.pow(2, bits)),
        " equally used ones",
        false);
  }

  /** A regularity r stands for a coefficient of variation of 1 / r - 1. */
  private static Phrase pauses() {
    return new Phrase(
        "pauses vary by ",
        regularity -> Quantity.rough(100 * (1 / regularity - 1)) + " %",
        "",
        true);
  }

  /** The value in words. */
  String say(double value) {
    return before + quantity.apply(value) + after;
  }
}
