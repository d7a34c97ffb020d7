package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** Many addresses tried on few ports, few of which answer. */
final class HostSweep implements SourceFinding {

  private static final long serialVersionUID = 1L;

  /**
   * A machine whose peers went down misses a few; thirty are more than anybody's configuration
   * forgets.
   */
  @Option(
      names = "--finding.host-sweep.min-addresses",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Addresses without an answer in a window that are too many, at least. Default: "
              + "${DEFAULT-VALUE}")
  private long minAddresses;

  /**
   * The percentile is that of monitoring, resolvers and crawlers, which get answers: as many
   * without one need no further factor.
   */
  @Option(
      names = "--finding.host-sweep.factor",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "Times the 99.9th percentile of distinct addresses in training, answered or "
              + "not, that are too many without an answer. Default: ${DEFAULT-VALUE}")
  private double factor;

  /** Sweeps ask for one to a handful of ports. */
  @Option(
      names = "--finding.host-sweep.addresses-per-port",
      paramLabel = "X",
      defaultValue = "2",
      description =
          "Addresses per port, at least: else it goes for ports. Default: ${DEFAULT-" + "VALUE}")
  private double addressesPerPort;

  /**
   * Most addresses of most networks are nobody's. Monitoring finds perhaps a fifth of its hosts
   * down; crawlers and resolvers less.
   */
  @Option(
      names = "--finding.host-sweep.silent-share",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description =
          "Share of addresses that refuse or do not answer, at least. Default: ${DEFAULT-"
              + "VALUE}")
  private double silentShare;

  /** A reset has 40 to 60 bytes, one for each of two tries. */
  @Option(
      names = "--finding.host-sweep.max-answer",
      paramLabel = "BYTES",
      defaultValue = "120",
      description = "Bytes a flow that count as no answer. Default: ${DEFAULT-VALUE}")
  private long maxAnswer;

  /**
   * Of a user's first contacts one in five fails, of a scanner's four: eight failures are 65,000
   * times as likely a scanner's (Jung 2004).
   */
  @Option(
      names = "--finding.host-sweep.failed-addresses",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Private addresses that refuse or do not answer at ports which training does not know of"
              + " them, which are too many. Default: ${DEFAULT-VALUE}")
  private long failedAddresses;

  @Option(
      names = "--finding.host-sweep.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "host-sweep",
        "Host sweep",
        List.of(Kind.SOURCE),
        Tier.DEED,
        55,
        true,
        true,
        true,
        new Techniques(Attack.BLOCK_SCANNING, Attack.SYSTEM_DISCOVERY, Attack.SYSTEM_DISCOVERY),
        "A source looks for hosts that have a certain service, address by address.",
        "Addresses that refuse or do not answer reach `min-addresses` and `factor` times the "
            + "99.9th percentile of all addresses in training, are `silent-share` of all, and there"
            + " are `addresses-per-port` of them to a port; or `failed-addresses` private ones"
            + " refuse or hardly answer at ports that are new to the model.",
        "One port after the other address, or few ports, at a steady pace; hardly any "
            + "answers, hardly any bytes.",
        List.of(
            "monitoring during an outage",
            "a new monitoring or inventory system",
            "patch day, when a management server looks for hosts that are off",
            "one's own scanner (list it under scanners, with its hours)",
            "crawlers that follow links to dead hosts"),
        "Take a host inside that nobody allowed to do this for compromised, and look at what "
            + "it did before. See which addresses answered, and what was sent to them afterwards.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    return Match.worse(source.early() ? null : silent(source, baseline), failed(source, baseline));
  }

  private Match silent(SourceCase source, Baseline baseline) {
    double addresses = source.known(Feature.DISTINCT_DST_IPS);
    if (addresses < Measure.LINGERING * minAddresses) {
      return null;
    }
    double share = silentShare(source);
    double ports = Math.max(1, source.known(Feature.DISTINCT_DST_PORTS));
    if (share < silentShare || addresses < addressesPerPort * ports) {
      return null;
    }
    Measure measure =
        Measure.of(
            addresses * share,
            baseline.p999(Feature.DISTINCT_DST_IPS),
            (double) minAddresses,
            factor);
    return match(source, baseline, measure, "source.silent_addresses", " without an answer");
  }

  /** The greater of the share of flows refused and the share of targets that hardly answered. */
  private double silentShare(SourceCase source) {
    double refused = source.known(Feature.REJECTED_SHARE);
    List<TargetCount> targets = source.targets();
    if (Double.isNaN(source.value(Feature.BYTES_OUT)) || targets.isEmpty()) {
      return refused;
    }
    double answers = source.known(Feature.BYTES_OUT);
    boolean told = targets.stream().anyMatch(count -> count.bytesOut() > 0);
    // Answers in records of their own are told of no target.
    if (!told && answers > (double) maxAnswer * source.flows()) {
      return refused;
    }
    long silent =
        targets.stream().filter(count -> count.bytesOut() <= maxAnswer * count.flows()).count();
    return Math.max(refused, (double) silent / targets.size());
  }

  private Match failed(SourceCase source, Baseline baseline) {
    Measure measure = Measure.of((double) source.failedAddresses(), 0, (double) failedAddresses, 1);
    return match(
        source,
        baseline,
        measure,
        "source.failed_addresses",
        " tried in vain that nobody called before");
  }

  private Match match(
      SourceCase source, Baseline baseline, Measure measure, String name, String words) {
    TargetKey main = source.mainTarget(count -> count.bytesOut() <= maxAnswer * count.flows());
    return new Match(
        name,
        measure,
        main,
        baseline.places().direction(source.source(), main),
        Match.NETWORK,
        Phrase.count("address" + words, "addresses" + words).in(source.millis()));
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
