package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.OnOff;
import dev.weir.model.TargetBaseline.Peak;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** More flows than a target ever had, by one source or by many. */
final class Flood implements SourceFinding, TargetFinding {

  private static final long serialVersionUID = 1L;

  /** A scan has more ports. */
  private static final int FEW_PORTS = 3;

  /** The host itself, and a resolver or two. */
  private static final int FEW_ADDRESSES = 3;

  /** A SYN, its retries and a reset, or an empty datagram, have fewer bytes. */
  private static final int PROBE = 400;

  /** Of what is sent: acknowledgements of a transfer are half of it already. */
  private static final double HARDLY_ANY = 0.01;

  /** Of DNS, NTP, SNMP, LDAP, SSDP and memcached over UDP. */
  private static final Set<Integer> ANSWERING_ANYBODY = Set.of(53, 123, 161, 389, 1900, 11211);

  /** Below ten new connections a second no server of today suffers. */
  @Option(
      names = "--finding.flood.flows-per-second",
      paramLabel = "X",
      defaultValue = "10",
      description =
          "Flows a second to one target, over the whole window, that are too many, at "
              + "least. Default: ${DEFAULT-VALUE}")
  private double flowsPerSecond;

  /** Busy days of a site are up to twice as busy as its usual ones; servers are built for that. */
  @Option(
      names = "--finding.flood.factor",
      paramLabel = "X",
      defaultValue = "3",
      description =
          "Times the target's own peak, or the 99.9th percentile of all targets, that are"
              + " too many. Default: ${DEFAULT-VALUE}")
  private double factor;

  /** Each of fewer shows in its own window. */
  @Option(
      names = "--finding.flood.min-sources",
      paramLabel = "N",
      defaultValue = "10",
      description = "Sources of a flood by many, at least. Default: ${DEFAULT-VALUE}")
  private long minSources;

  /** In a crowd each visitor does what visitors do; three times that is a program. */
  @Option(
      names = "--finding.flood.pressure",
      paramLabel = "X",
      defaultValue = "3",
      description =
          "Times the target's usual flows per source that tell a flood from a crowd. "
              + "Default: ${DEFAULT-VALUE}")
  private double pressure;

  /** A crowd is served for the most part, or it leaves. */
  @Option(
      names = "--finding.flood.unserved-share",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description =
          "Share of flows refused, or of 200 bytes at most, that tell a flood from a crowd."
              + " Default: ${DEFAULT-VALUE}")
  private double unservedShare;

  /** A SYN, its answer and retries are below 200 bytes: spoofed sources never get further. */
  @Option(
      names = "--finding.flood.max-bytes",
      paramLabel = "BYTES",
      defaultValue = "200",
      description =
          "Bytes both ways of a flow that was not served, on average. Default: ${DEFAULT-"
              + "VALUE}")
  private long maxBytes;

  /** Twenty times a target's peak is beyond what any site is built for. */
  @Option(
      names = "--finding.flood.certain",
      paramLabel = "X",
      defaultValue = "7",
      description =
          "Times the limit at which even a crowd does the harm of a flood; also what is "
              + "asked for of many while a window fills. Default: ${DEFAULT-VALUE}")
  private double certain;

  @Option(
      names = "--finding.flood.any-label",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "flood",
        "Flood",
        List.of(Kind.SOURCE, Kind.TARGET),
        Tier.DEED,
        60,
        true,
        false,
        true,
        Techniques.always(Attack.SERVICE_FLOOD),
        "A target gets so many flows that it may fail: from one source, or, as kind `target`,"
            + " from many, whose addresses may be forged.",
        "Flows to one target reach `flows-per-second` over the window and `factor` times the "
            + "target's own peak. Kind `source`: all of one source, and it needs no label, since "
            + "the target's past decides and not the source's; or to many ports of one host, of more"
            + " than 400 bytes each on average, with hardly anything back. Kind `target`: of at least `min-"
            + "sources` sources, the busiest left out, that each do `pressure` times what sources "
            + "usually do there, or of whose flows `unserved-share` are refused or have 200 bytes at"
            + " most, or that move `max-bytes` a flow at most on average; or `certain` times as many, however they behave.",
        "Hundreds or thousands of connections a second to one port, alike in size; from "
            + "forged addresses one packet each. Answers become errors, or stop.",
        List.of(
            "flash crowds: a sale, a press report, a push message",
            "load tests",
            "a client that retries without a pause after a failure",
            "patch day at the update server",
            "crawlers and CDNs that fetch a site anew"),
        "Ask whether a load test or a campaign is running. Limit the rate at the edge; "
            + "against many or forged addresses use the provider's protection (AWS Shield, "
            + "scrubbing), SYN cookies and caching, since lists of addresses do not help.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    double floor = flowsPerSecond * source.millis() / 1000;
    if (source.flows() < Measure.LINGERING * floor) {
      return null;
    }
    if (source.targets().isEmpty()) {
      return withoutTargets(source, baseline, floor);
    }
    Match worst = scattered(source, baseline, floor);
    for (TargetCount count : source.targets()) {
      if (count.flows() >= Measure.LINGERING * floor) {
        worst = Match.worse(worst, at(count, source, baseline, floor));
      }
    }
    return worst;
  }

  private Match at(TargetCount count, SourceCase source, Baseline baseline, double floor) {
    double peak = (double) baseline.targets().peak(count.target()).flows();
    return new Match(
        "source.flows_to_target",
        Measure.of((double) count.flows(), peak, floor, factor),
        count.target(),
        baseline.places().direction(source.source(), count.target()),
        Match.TARGET,
        flows(" to " + Targets.text(count.target())).in(source.millis()));
  }

  /**
   * Datagrams to whatever port of one host: many more than probes of a scan have bytes, and hardly
   * anything comes back. Kept apart from targets, each of which gets few.
   */
  private Match scattered(SourceCase source, Baseline baseline, double floor) {
    double sent = source.known(Feature.BYTES_IN);
    boolean shaped =
        !source.early()
            && source.known(Feature.DISTINCT_DST_PORTS) > FEW_PORTS
            && source.known(Feature.DISTINCT_DST_IPS) <= FEW_ADDRESSES
            && sent > (double) PROBE * source.flows()
            && source.known(Feature.BYTES_OUT) <= HARDLY_ANY * sent;
    TargetCount most = shaped ? source.most(TargetCount::bytesIn) : null;
    if (most == null) {
      return null;
    }
    TargetKey host = new TargetKey(most.target().address(), FlowRecord.ABSENT);
    double peak = (double) baseline.targets().usualPeak().flows();
    return new Match(
        "source.flows_to_host",
        Measure.of((double) source.flows(), peak, floor, factor),
        host,
        baseline.places().direction(source.source(), host),
        Match.NETWORK,
        flows(" to many ports of " + host.address()).in(source.millis()));
  }

  /** Where targets are not told, ports tell a flood from a scan. */
  private Match withoutTargets(SourceCase source, Baseline baseline, double floor) {
    boolean scattered = source.known(Feature.DISTINCT_DST_PORTS) > FEW_PORTS;
    return source.early() || scattered
        ? null
        : new Match(
            "source.flows",
            Measure.of((double) source.flows(), baseline.p999(Feature.FLOW_COUNT), floor, factor),
            null,
            baseline.places().direction(source.source(), null),
            Match.NETWORK,
            flows("").in(source.millis()));
  }

  @Override
  public Match match(TargetView view, Baseline baseline) {
    Peak peak = baseline.targets().peak(view.target());
    boolean shaped = !view.early() && view.sources() >= minSources && isHostile(view, peak);
    Measure measure = shaped ? measure(Targets.flowsOfOthers(view), view, peak) : null;
    String whose = Targets.others(view);
    if ((measure == null || !measure.holds()) && Targets.isCrowd(view, peak, minSources)) {
      measure = measure((double) view.flows(), view, peak).harder(certain);
      whose = Targets.many(view);
    }
    return measure == null
        ? null
        : new Match(
            "target.flows",
            measure,
            view.target(),
            Targets.direction(view, baseline.places()),
            Match.TARGET,
            flows(" from " + whose).in(view.windowEnd() - view.windowStart()));
  }

  private Measure measure(double flows, TargetView view, Peak peak) {
    double seconds = (view.windowEnd() - view.windowStart()) / 1000.0;
    return Measure.of(flows, (double) peak.flows(), flowsPerSecond * seconds, factor);
  }

  private boolean isHostile(TargetView view, Peak peak) {
    double each = (double) view.flows() / view.sources();
    double usual = Math.max(1, (double) peak.flows() / Math.max(1, peak.sources()));
    boolean weighed = !Double.isNaN(view.bytesIn()) || !Double.isNaN(view.bytesOut());
    return each >= pressure * usual
        || view.rejectedShare() >= unservedShare
        || view.tinyShare() >= unservedShare
        || (weighed && Targets.bytes(view) <= maxBytes * view.flows());
  }

  private static Phrase flows(String where) {
    return Phrase.count("flow" + where, "flows" + where);
  }

  /**
   * A forged address gets no answer that it could go on from: nothing but a SYN and its answer
   * passes, or datagrams one way. Where datagrams are answered, as names and times are, they may be
   * forged as well.
   */
  @Override
  public boolean mayBeForged(SourceCase source, Match match) {
    TargetCount at = source.most(TargetCount::flows, to -> to.target().equals(match.target()));
    return at == null
        || ANSWERING_ANYBODY.contains(at.target().port())
        || at.bytesOut() == 0
        || at.bytesIn() + (double) at.bytesOut() <= (double) maxBytes * at.flows();
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }

  @Override
  public Technique technique(Direction direction) {
    return Attack.NETWORK_FLOOD;
  }
}
