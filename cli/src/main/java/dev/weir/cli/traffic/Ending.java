package dev.weir.cli.traffic;

/**
 * How an attempt to talk came out.
 *
 * @param attempts packets that an unanswered initiator sends
 * @param responseCode HTTP status where a web server of the network or its proxy logs one, else -1
 * @param rule the name of a rule that it hits, or empty
 */
record Ending(Outcome outcome, int attempts, int responseCode, String rule) {
  static final Ending SERVED = new Ending(Outcome.SERVED, 1, -1, "");
  static final Ending RESET = new Ending(Outcome.RESET, 1, -1, "");

  static Ending silent(int attempts) {
    return new Ending(Outcome.SILENT, attempts, -1, "");
  }

  static Ending refused(int attempts) {
    return new Ending(Outcome.REFUSED, attempts, -1, "");
  }

  static Ending http(int code) {
    return new Ending(Outcome.SERVED, 1, code, "");
  }

  static Ending http(int code, String rule) {
    return new Ending(Outcome.SERVED, 1, code, rule);
  }
}
