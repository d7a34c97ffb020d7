package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetKey;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** Many ports tried, few of which answer. */
final class PortScan implements SourceFinding {

  private static final long serialVersionUID = 1L;

  /**
   * Nobody's program calls that many services in a minute; nmap's shortest list has a hundred
   * ports.
   */
  @Option(
      names = "--finding.port-scan.min-ports",
      paramLabel = "N",
      defaultValue = "25",
      description =
          "Distinct ports in a window that are too many, at least. Default: ${DEFAULT-" + "VALUE}")
  private long minPorts;

  /**
   * The percentile moves by a third from one training day to the next: three times is beyond that,
   * and a scan is beyond by far.
   */
  @Option(
      names = "--finding.port-scan.factor",
      paramLabel = "X",
      defaultValue = "3",
      description =
          "Times the 99.9th percentile of distinct ports in training that are too many. "
              + "Default: ${DEFAULT-VALUE}")
  private double factor;

  /** Peer-to-peer programs meet about one new port with each new address. */
  @Option(
      names = "--finding.port-scan.ports-per-address",
      paramLabel = "X",
      defaultValue = "2",
      description =
          "Ports per address, at least: else it goes for addresses. Default: ${DEFAULT-" + "VALUE}")
  private double portsPerAddress;

  /**
   * Most ports of most hosts are closed or filtered; clients of dynamic ports (FTP, RPC) are let
   * in.
   */
  @Option(
      names = "--finding.port-scan.refused-share",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description =
          "Share of flows refused, at least, unless they are tiny. Default: ${DEFAULT-" + "VALUE}")
  private double refusedShare;

  /**
   * A SYN, its retries and a reset are below 300 bytes; a connection that is used for anything
   * moves more.
   */
  @Option(
      names = "--finding.port-scan.max-bytes",
      paramLabel = "BYTES",
      defaultValue = "400",
      description =
          "Bytes both ways that a probe moves at most on average, where refusals do not "
              + "show. Default: ${DEFAULT-VALUE}")
  private long maxBytes;

  /** Five times too many ports is a scan even where a honeypot answers all of them. */
  @Option(
      names = "--finding.port-scan.certain",
      paramLabel = "X",
      defaultValue = "5",
      description =
          "Times the limit at which answers no longer matter; also what is asked for "
              + "while a window fills. Default: ${DEFAULT-VALUE}")
  private double certain;

  /** A client that is set up wrongly fails at a port or two; a dozen are looked for. */
  @Option(
      names = "--finding.port-scan.failed-ports",
      paramLabel = "N",
      defaultValue = "12",
      description =
          "Ports at which private addresses refuse or do not answer, and which training does not"
              + " know of them, that are too many. Default: ${DEFAULT-VALUE}")
  private long failedPorts;

  @Option(
      names = "--finding.port-scan.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "port-scan",
        "Port scan",
        List.of(Kind.SOURCE),
        Tier.DEED,
        55,
        true,
        true,
        true,
        new Techniques(Attack.ACTIVE_SCANNING, Attack.SERVICE_DISCOVERY, Attack.SERVICE_DISCOVERY),
        "A source tries which ports of a host are open.",
        "Distinct ports reach `min-ports` and `factor` times the 99.9th percentile of "
            + "training, there are `ports-per-address` of them to an address, and `refused-share` "
            + "of the flows are refused or flows have `max-bytes` on average at most; or `certain` "
            + "times as many ports, however they are answered; or `failed-ports` ports that are new"
            + " to the model refuse or do not answer at private addresses.",
        "Hundreds of ports of one address within a minute, nearly all refused or without an "
            + "answer, a few packets each.",
        List.of(
            "one's own vulnerability scanner (list it under scanners, with its hours)",
            "inventory and monitoring systems on their first day",
            "peer-to-peer programs",
            "logs without tcp-flags, in which a busy server's answers look like calls to many "
                + "ports"),
        "Find out from the host's owner whether it is a scanner; if not, take the host for "
            + "compromised. See which ports answered, and whether connections that carried data "
            + "followed.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    return Match.worse(many(source, baseline), failed(source, baseline));
  }

  private Match many(SourceCase source, Baseline baseline) {
    double ports = source.known(Feature.DISTINCT_DST_PORTS);
    Measure measure =
        Measure.of(ports, baseline.p999(Feature.DISTINCT_DST_PORTS), (double) minPorts, factor);
    if (!measure.lingers()) {
      return null;
    }
    Measure shaped = !source.early() && isShaped(source, ports) ? measure : measure.harder(certain);
    return match(
        source, baseline, shaped, "source.ports", Phrase.count("distinct port", "distinct ports"));
  }

  private Match failed(SourceCase source, Baseline baseline) {
    Measure measure = Measure.of((double) source.failedPorts(), 0, (double) failedPorts, 1);
    return match(
        source,
        baseline,
        measure,
        "source.failed_ports",
        Phrase.count("port tried in vain", "ports tried in vain"));
  }

  private Match match(
      SourceCase source, Baseline baseline, Measure measure, String name, Phrase phrase) {
    TargetKey main =
        source.mainTarget(
            count -> count.bytesIn() + (double) count.bytesOut() <= maxBytes * count.flows());
    return new Match(
        name,
        measure,
        main,
        baseline.places().direction(source.source(), main),
        Match.NETWORK,
        phrase.in(source.millis()));
  }

  private boolean isShaped(SourceCase source, double ports) {
    boolean refused = source.known(Feature.REJECTED_SHARE) >= refusedShare;
    boolean tiny = source.weighsBytes() && source.bytesPerFlow() <= maxBytes;
    double addresses = Math.max(1, source.known(Feature.DISTINCT_DST_IPS));
    return ports >= portsPerAddress * addresses && (refused || tiny);
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
