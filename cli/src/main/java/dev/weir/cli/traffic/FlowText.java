package dev.weir.cli.traffic;

/** What JSON and CSV say alike of a flow. */
final class FlowText {
  static final String META = "weir-demo";

  private FlowText() {}

  /** As such logs name it: the protocol of the web where a web server logged it, or transport's. */
  static String protocol(TrafficFlow flow) {
    if (flow.ending().responseCode() >= 0 && flow.path().service() == Service.HTTPS) {
      return "HTTPS";
    }
    return flow.path().service().transport().name();
  }

  static String sourceName(TrafficFlow flow) {
    return flow.path().vantage().name();
  }
}
