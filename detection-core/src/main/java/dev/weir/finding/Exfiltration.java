package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.feature.Feature;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.flow.OnOff;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Much sent out, and hardly anything back. */
final class Exfiltration implements SourceFinding {

  private static final long serialVersionUID = 1L;

  private static final String SPREAD = "source.bytes_to_targets";

  /** A telephone's film of a minute is as large; a database's copy is larger. */
  @Option(
      names = "--finding.exfiltration.min-bytes",
      paramLabel = "BYTES",
      defaultValue = "50000000",
      description =
          "Bytes to one target in a window that are too many, at least. Default: "
              + "${DEFAULT-VALUE}")
  private long minBytes;

  /**
   * The percentile moves with a few large uploads from one training day to the next: three times is
   * beyond that.
   */
  @Option(
      names = "--finding.exfiltration.factor",
      paramLabel = "X",
      defaultValue = "3",
      description =
          "Times the target's own peak, and the 99.9th percentile of all targets, that are"
              + " too many. Default: ${DEFAULT-VALUE}")
  private double factor;

  /** Installers and videos of a public server are smaller; a copy of its data is larger. */
  @Option(
      names = "--finding.exfiltration.min-bytes-out",
      paramLabel = "BYTES",
      defaultValue = "250000000",
      description =
          "Bytes that a source outside takes in a window that are too many, at least. "
              + "Default: ${DEFAULT-VALUE}")
  private long minBytesOut;

  /** Acknowledgements are 2 to 5 %; calls, tunnels and synchronisation move alike both ways. */
  @Option(
      names = "--finding.exfiltration.return-share",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "Bytes in the other direction, at most, per byte of it. Default: ${DEFAULT-" + "VALUE}")
  private double returnShare;

  /**
   * A hundred megabytes to a place that nobody called before are worth a look, whatever came back.
   */
  @Option(
      names = "--finding.exfiltration.certain",
      paramLabel = "X",
      defaultValue = "4",
      description =
          "Times the limit at which the other direction no longer matters; also what is "
              + "asked for while a window fills. Default: ${DEFAULT-VALUE}")
  private double certain;

  @Option(
      names = "--finding.exfiltration.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        "exfiltration",
        "Data leaves the network",
        List.of(Kind.SOURCE),
        Tier.DEED,
        50,
        true,
        false,
        false,
        new Techniques(Attack.TAKING, Attack.EXFILTRATION, null),
        "A host inside sends far more to a place outside than anybody does, to a place that "
            + "the network did not know; or somebody outside takes far more from a server than "
            + "anybody does.",
        "From inside to outside: bytes to one target that training does not know, or beyond its"
            + " own peak, reach `min-bytes`, `factor` times its own peak and as many times the"
            + " 99.9th percentile of all targets, with `return-share` of them back at most; or"
            + " `certain` times as many, whatever comes back. So do those to several targets that"
            + " training does not know, with half of `min-bytes` each at least. From outside to"
            + " inside: bytes taken reach `min-bytes-out` and `factor` times the 99.9th percentile,"
            + " with `return-share` of them sent at most.",
        "Few flows, long and large, to one address that is new; sent exceeds received by far,"
            + " often outside of working hours.",
        List.of(
            "backups to a new place outside",
            "somebody uploads a film or a disk image",
            "a migration to the cloud",
            "log shipping that catches up",
            "a CDN or crawler that fetches a whole site"),
        "Ask the owner of the source what was sent; if nobody knows, cut it off and keep its "
            + "disk. Find out who owns the target, and since when it is called.");
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    boolean sent = source.known(Feature.BYTES_IN) >= Measure.LINGERING * minBytes;
    boolean taken = source.known(Feature.BYTES_OUT) >= Measure.LINGERING * minBytesOut;
    // Of most windows it need not be asked where their source is.
    if (!sent && !taken) {
      return null;
    }
    if (baseline.places().isInside(source.source().address())) {
      return sent ? outward(source, baseline) : null;
    }
    if (!taken) {
      return null;
    }
    TargetCount most = source.most(TargetCount::bytesOut);
    TargetKey main = most == null ? null : most.target();
    boolean inward = baseline.places().direction(source.source(), main) == Direction.INWARD;
    return inward ? inward(source, baseline, main) : null;
  }

  private Match outward(SourceCase source, Baseline baseline) {
    Match worst = null;
    List<TargetCount> strange = new ArrayList<>();
    for (TargetCount count : source.targets()) {
      if (count.bytesIn() >= Measure.LINGERING * minBytes
          && baseline.places().isOutside(count.target().address())) {
        worst = Match.worse(worst, at(count, source, baseline));
        if (isStrange(count.target(), baseline)) {
          strange.add(count);
        }
      }
    }
    return strange.size() < 2 ? worst : Match.worse(worst, spread(strange, source, baseline));
  }

  private static boolean isStrange(TargetKey target, Baseline baseline) {
    TargetHistory targets = baseline.targets();
    return targets.ownPeak(target).bytesIn() == 0 && !targets.isKnown(target);
  }

  /** Sent to several places that are new, each of which gets much. */
  private Match spread(List<TargetCount> strange, SourceCase source, Baseline baseline) {
    double sent = strange.stream().mapToDouble(TargetCount::bytesIn).sum();
    double back = strange.stream().mapToDouble(TargetCount::bytesOut).sum();
    double usual = (double) baseline.targets().usualPeak().bytesIn();
    Measure measure = Measure.of(sent, usual, (double) minBytes, factor);
    boolean oneWay = !source.early() && back <= returnShare * sent;
    return new Match(
        SPREAD,
        oneWay ? measure : measure.harder(certain),
        source.most(TargetCount::bytesIn, strange::contains).target(),
        Direction.OUTWARD,
        Match.NETWORK,
        Phrase.bytes("sent to " + strange.size() + " new places").in(source.millis()));
  }

  /** To deny one of several places leaves the others. */
  @Override
  public boolean goesForTarget(Match match) {
    return !match.name().equals(SPREAD);
  }

  private Match at(TargetCount count, SourceCase source, Baseline baseline) {
    TargetHistory targets = baseline.targets();
    long own = targets.ownPeak(count.target()).bytesIn();
    if (own == 0 && targets.isKnown(count.target())) {
      return null;
    }
    Measure measure =
        Measure.of(
            (double) count.bytesIn(),
            (double) Math.max(own, targets.usualPeak().bytesIn()),
            (double) minBytes,
            factor);
    boolean oneWay = !source.early() && count.bytesOut() <= returnShare * count.bytesIn();
    return new Match(
        "source.bytes_to_target",
        oneWay ? measure : measure.harder(certain),
        count.target(),
        Direction.OUTWARD,
        own > 0 ? Match.TARGET : Match.NETWORK,
        Phrase.bytes("sent to " + Targets.text(count.target())).in(source.millis()));
  }

  private Match inward(SourceCase source, Baseline baseline, TargetKey main) {
    double taken = source.known(Feature.BYTES_OUT);
    if (source.early() || source.known(Feature.BYTES_IN) > returnShare * taken) {
      return null;
    }
    return new Match(
        "source.bytes_out",
        Measure.of(taken, baseline.p999(Feature.BYTES_OUT), (double) minBytesOut, factor),
        main,
        Direction.INWARD,
        Match.NETWORK,
        Phrase.bytes("taken").in(source.millis()));
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }
}
