package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetCount;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** The same short call over and over. */
final class RepetitiveShortSessions implements SourceFinding {

  private static final long serialVersionUID = 1L;

  /** One a second is more than health checks and people do, and less than a flood. */
  @Option(
      names = "--finding.repetitive-short-sessions.min-flows",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "Flows to one target in a window that are too many, at least. Default: "
              + "${DEFAULT-VALUE}")
  private long minFlows;

  /** All of them to one target is strange already where as many to all targets are rare. */
  @Option(
      names = "--finding.repetitive-short-sessions.factor",
      paramLabel = "X",
      defaultValue = "1.5",
      description =
          "Times the 99.9th percentile of flows in training that are too many. Default: "
              + "${DEFAULT-VALUE}")
  private double factor;

  /** Calls of a program all go alike; people's differ. */
  @Option(
      names = "--finding.repetitive-short-sessions.short-share",
      paramLabel = "SHARE",
      defaultValue = "0.9",
      description = "Share of flows that are short, at least. Default: ${DEFAULT-VALUE}")
  private double shortShare;

  /** Else it is many things at once. */
  @Option(
      names = "--finding.repetitive-short-sessions.main-share",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description = "Share of flows that go to the one target, at least. Default: ${DEFAULT-VALUE}")
  private double mainShare;

  /**
   * A page with its pictures is larger; a call of an interface is not. Where no record gives bytes
   * the two cannot be told apart.
   */
  @Option(
      names = "--finding.repetitive-short-sessions.max-bytes",
      paramLabel = "BYTES",
      defaultValue = "20000",
      description = "Bytes both ways of a flow at most, on average. Default: ${DEFAULT-VALUE}")
  private long maxBytes;

  @Option(
      names = "--finding.repetitive-short-sessions.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "repetitive-short-sessions",
        "Repetitive short sessions",
        List.of(Kind.SOURCE),
        Tier.HABIT,
        40,
        false,
        true,
        true,
        Techniques.NONE,
        "A program repeats a short call without end: a scraper, a guesser over the web, or a "
            + "client that is broken.",
        "Flows to one target reach `min-flows` and `factor` times the 99.9th percentile of "
            + "flows in training, are `main-share` of the source's, `short-share` of all are short,"
            + " and they have `max-bytes` on average at most; a log without bytes does not tell.",
        "Connections below a second, one to several a second, to one port of one address, "
            + "alike in size.",
        List.of(
            "health checks of load balancers",
            "crawlers",
            "a client that retries after a failure",
            "CI runners and scripts that ask whether something is done"),
        "See in the server's log what is asked for and how it is answered: failed logins and "
            + "walks through numbers are hostile. Limit the rate of the source.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    if (source.early()
        || source.flows() < Measure.LINGERING * minFlows
        || source.known(Feature.SHORT_FLOW_SHARE) < shortShare
        || !source.weighsBytes()
        || source.bytesPerFlow() > maxBytes) {
      return null;
    }
    TargetCount most = source.most(TargetCount::flows);
    if (most == null || most.flows() < mainShare * source.flows()) {
      return null;
    }
    String where = " to " + Targets.text(most.target());
    return new Match(
        "source.short_flows",
        Measure.of(
            (double) most.flows(), baseline.p999(Feature.FLOW_COUNT), (double) minFlows, factor),
        most.target(),
        baseline.places().direction(source.source(), most.target()),
        Match.NETWORK,
        Phrase.count("short flow" + where, "short flows" + where).in(source.millis()));
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }
}
