package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** Far more traffic than ever, with nothing else to say of it. */
final class TrafficSpike implements SourceFinding, TargetFinding {

  private static final long serialVersionUID = 1L;

  /** What a person at work does in an hour. */
  @Option(
      names = "--finding.traffic-spike.min-flows",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Flows of a source, or to a target, in a window that are too many, at least. "
              + "Default: ${DEFAULT-VALUE}")
  private long minFlows;

  /** A minute at the speed of a good home's line. */
  @Option(
      names = "--finding.traffic-spike.min-bytes",
      paramLabel = "BYTES",
      defaultValue = "100000000",
      description =
          "Bytes sent or received by a source in a window that are too many, at least. Default: "
              + "${DEFAULT-VALUE}")
  private long minBytes;

  /** An amount without a shape says little: it should be beyond any busy day. */
  @Option(
      names = "--finding.traffic-spike.factor",
      paramLabel = "X",
      defaultValue = "5",
      description =
          "Times the 99.9th percentile of training, or the target's own peak, that are "
              + "too many. Default: ${DEFAULT-VALUE}")
  private double factor;

  @Option(
      names = "--finding.traffic-spike.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "traffic-spike",
        "Traffic spike",
        List.of(Kind.SOURCE, Kind.TARGET),
        Tier.AMOUNT,
        30,
        false,
        true,
        false,
        Techniques.NONE,
        "A source sends, or a target gets, far more than ever, and no other finding says why.",
        "Flows reach `min-flows`, or bytes sent, but for those to targets that had a `factor`-th of"
            + " them in training, or bytes received reach `min-bytes`, and `factor` times the"
            + " 99.9th percentile of training. Kind `target`: flows reach `min-flows` and `factor` "
            + "times the target's own peak.",
        "The usual targets and ports, many times as often.",
        List.of(
            "flash crowds",
            "patch day",
            "backups and replication that catch up",
            "load tests",
            "a batch job that runs once a month"),
        "Ask the owner of the source or target whether it is expected, and whether it does "
            + "harm.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    if (source.early()) {
      return null;
    }
    Match flows =
        source.hasEnoughFlows()
            ? spike(
                source,
                baseline,
                source.known(Feature.FLOW_COUNT),
                Feature.FLOW_COUNT,
                minFlows,
                source.most(TargetCount::flows),
                Phrase.count("flow", "flows"))
            : null;
    Match bytes = Match.worse(sent(source, baseline), received(source, baseline));
    return Match.worse(flows, bytes);
  }

  /** What went to places that had a {@code factor}-th of it in training is no spike: a backup. */
  private Match sent(SourceCase source, Baseline baseline) {
    double usual = 0;
    for (TargetCount count : source.targets()) {
      usual += baseline.targets().usuallyGets(count, factor) ? count.bytesIn() : 0;
    }
    return spike(
        source,
        baseline,
        source.known(Feature.BYTES_IN) - usual,
        Feature.BYTES_IN,
        minBytes,
        source.most(TargetCount::bytesIn, count -> !baseline.targets().usuallyGets(count, factor)),
        Phrase.bytes("sent"));
  }

  private Match received(SourceCase source, Baseline baseline) {
    return spike(
        source,
        baseline,
        source.known(Feature.BYTES_OUT),
        Feature.BYTES_OUT,
        minBytes,
        source.most(TargetCount::bytesOut),
        Phrase.bytes("received"));
  }

  private Match spike(
      SourceCase source,
      Baseline baseline,
      double value,
      Feature feature,
      long floor,
      TargetCount most,
      Phrase phrase) {
    Measure measure = Measure.of(value, baseline.p999(feature), (double) floor, factor);
    if (!measure.lingers()) {
      return null;
    }
    TargetKey main = most == null ? null : most.target();
    return new Match(
        "source." + feature.id(),
        measure,
        main,
        baseline.places().direction(source.source(), main),
        Match.NETWORK,
        phrase.in(source.millis()));
  }

  @Override
  public Match match(TargetView view, Baseline baseline) {
    if (view.early()) {
      return null;
    }
    long peak = baseline.targets().peak(view.target()).flows();
    Measure measure =
        Measure.of(Targets.flowsOfOthers(view), (double) peak, (double) minFlows, factor);
    if (!measure.lingers()) {
      return null;
    }
    String where = " from " + Targets.others(view);
    return new Match(
        "target.flows",
        measure,
        view.target(),
        Targets.direction(view, baseline.places()),
        Match.TARGET,
        Phrase.count("flow" + where, "flows" + where).in(view.windowEnd() - view.windowStart()));
  }

  @Override
  public boolean goesForTarget(Match match) {
    return false;
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }
}
