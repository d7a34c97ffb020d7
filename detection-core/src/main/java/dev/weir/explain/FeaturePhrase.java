package dev.weir.explain;

import dev.weir.feature.Feature;

/** How people say a feature's value. */
final class FeaturePhrase {

  /**
   * The port histogram's buckets hold no more than 64 ports apart: near its end, an entropy no
   * longer tells how many there are.
   */
  private static final double MOST_TOLD_PORTS = 50;

  private FeaturePhrase() {}

  /**
   * The phrase for a feature that has that value.
   *
   * @param millis length of the window, which a count goes with
   */
  static Phrase of(Feature feature, double value, long millis) {
    return switch (feature) {
      case FLOW_COUNT -> Phrase.count("flow", "flows").in(millis);
      case BYTES_IN -> Phrase.bytes("sent").in(millis);
      case BYTES_OUT -> Phrase.bytes("received").in(millis);
      case PACKETS -> Phrase.count("packet", "packets").in(millis);
      case BYTES_IN_OUT_LOG_RATIO -> value < 0 ? receives() : sends();
      case DURATION_MEAN -> Phrase.around("flows last ", Quantity::seconds, " on average");
      case TRAFFIC_RATE -> Phrase.quantity(Quantity::rate, "while active");
      case AVG_PACKET_SIZE -> Phrase.bytes("a packet");
      case DISTINCT_DST_IPS ->
          Phrase.count("distinct destination", "distinct destinations").in(millis);
      case DISTINCT_DST_PORTS -> Phrase.count("distinct port", "distinct ports").in(millis);
      case DST_PORT_ENTROPY -> spread();
      case PORT_22_SHARE -> Phrase.share("of flows to SSH (22)");
      case PORT_3389_SHARE -> Phrase.share("of flows to RDP (3389)");
      case CRITICAL_PORT_SHARE -> Phrase.share("of flows to critical ports");
      case NON_STANDARD_PORT_SHARE -> Phrase.share("of flows to non-standard ports");
      case REJECTED_SHARE -> Phrase.share("of flows rejected");
      case SHORT_FLOW_SHARE -> Phrase.share("of flows short-lived");
      case MAX_FLOW_BYTES_IN -> Phrase.bytes("sent in the largest flow");
      case ACTIVITY_REGULARITY -> pauses();
      case RULE_HITS -> Phrase.count("rule hit", "rule hits").in(millis);
    };
  }

  private static Phrase sends() {
    return Phrase.around(
        "it sends ", ln -> Quantity.times(StrictMath.exp(ln)), " what it receives");
  }

  private static Phrase receives() {
    return Phrase.around(
            "it receives ", ln -> Quantity.times(StrictMath.exp(-ln)), " what it sends")
        .falling();
  }

  /** An entropy of H bits is that of 2^H ports used alike. */
  private static Phrase spread() {
    return Phrase.around("flows spread as over ", FeaturePhrase::ports, " equally used ports");
  }

  private static String ports(double bits) {
    double ports = StrictMath.pow(2, bits);
    return ports < MOST_TOLD_PORTS
        ? Quantity.rough(ports)
        : Quantity.number(MOST_TOLD_PORTS) + " or more";
  }

  /** A regularity r stands for a coefficient of variation of 1 / r - 1. */
  private static Phrase pauses() {
    return Phrase.around(
            "pauses vary by ", regularity -> Quantity.rough(100 * (1 / regularity - 1)) + " %", "")
        .falling();
  }
}
