package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.TargetCount;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** A service that this network does not use. */
final class UnusualPort implements SourceFinding {

  private static final long serialVersionUID = 1L;

  /** A few calls of an odd port are an old link or a game; twenty in a window are at work. */
  @Option(
      names = "--finding.unusual-port.min-flows",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Flows to one target in a window that are too many, at least. Default: "
              + "${DEFAULT-VALUE}")
  private long minFlows;

  /** One in a hundred thousand: a port that one host uses now and then has more. */
  @Option(
      names = "--finding.unusual-port.max-share",
      paramLabel = "SHARE",
      defaultValue = "0.00001",
      description =
          "Share of the history's flows that a port has at most to be unusual. Default: "
              + "${DEFAULT-VALUE}")
  private double maxShare;

  @Option(
      names = "--finding.unusual-port.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "unusual-port",
        "Unusual port",
        List.of(Kind.SOURCE),
        Tier.HABIT,
        40,
        false,
        true,
        true,
        new Techniques(null, Attack.UNUSUAL_PORT, null),
        "A source talks to a service at a port that the network's history hardly knows: a "
            + "tunnel, a miner, a back door, or something new.",
        "Flows to one target that training does not know, at a port with `max-share` of the "
            + "history's flows at most, reach `min-flows`, and it answers.",
        "Steady flows with data both ways to one address at a high port that is nobody's.",
        List.of(
            "software that is new since training",
            "peer-to-peer programs, games and calls",
            "databases and services moved to another port",
            "logs without tcp-flags, in which answers look like calls"),
        "Find the process that calls, and what the target is. Train again where it is there "
            + "to stay.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    if (source.early() || source.flows() < Measure.LINGERING * minFlows) {
      return null;
    }
    TargetCount worst = null;
    for (TargetCount count : source.targets()) {
      boolean more = worst == null || count.flows() > worst.flows();
      if (more && isUnusual(count, baseline)) {
        worst = count;
      }
    }
    if (worst == null) {
      return null;
    }
    String where = " to " + Targets.text(worst.target());
    return new Match(
        "source.flows_to_unusual_port",
        Measure.of((double) worst.flows(), 0, (double) minFlows, 1),
        worst.target(),
        baseline.places().direction(source.source(), worst.target()),
        Match.NETWORK,
        Phrase.count("flow" + where, "flows" + where).in(source.millis()));
  }

  /** NaN, of a history without ports, is no share. */
  private boolean isUnusual(TargetCount count, Baseline baseline) {
    return count.flows() >= Measure.LINGERING * minFlows
        && count.bytesOut() > 0
        && count.target().port() >= 0
        && baseline.portShare(count.target().port()) <= maxShare
        && !baseline.targets().isKnown(count.target());
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }
}
