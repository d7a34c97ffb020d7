package dev.weir.finding;

import dev.weir.explain.Phrase;
import dev.weir.explain.Quantity;
import dev.weir.feature.PairView;
import dev.weir.feature.TargetKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** A host inside keeps calling a place outside like a clock. */
final class Beaconing implements PairFinding {

  private static final long serialVersionUID = 1L;

  /** T1071.001 is of the web. */
  private static final Set<Integer> WEB_PORTS = Set.of(80, 443, 8080, 8443);

  /**
   * Half of thirty regular intervals by chance is out of the question; page reloads and retries end
   * sooner.
   */
  @Option(
      names = "--finding.beaconing.min-contacts",
      paramLabel = "N",
      defaultValue = "30",
      description = "Contacts that are remembered, at least. Default: ${DEFAULT-VALUE}")
  private long minContacts;

  /**
   * Meetings, downloads and open pages that poll are mostly over by then; implants stay for days.
   */
  @Option(
      names = "--finding.beaconing.min-duration",
      paramLabel = "DURATION",
      defaultValue = "30m",
      description = "Time from first to last contact, at least. Default: ${DEFAULT-VALUE}")
  private Duration minDuration;

  /**
   * Implants vary their pauses by a tenth to a fifth by default; people's vary by more than their
   * mean.
   */
  @Option(
      names = "--finding.beaconing.min-regularity",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description =
          "Share of intervals within a quarter of the period, at least. Default: "
              + "${DEFAULT-VALUE}")
  private double minRegularity;

  /**
   * Asking for orders takes a handshake and a few kB; calls and streams that a log cuts into equal
   * pieces take more.
   */
  @Option(
      names = "--finding.beaconing.max-bytes",
      paramLabel = "BYTES",
      defaultValue = "50000",
      description = "Bytes both ways of a contact at most, on average. Default: ${DEFAULT-VALUE}")
  private long maxBytes;

  /**
   * Without bytes calls and streams that a log cuts into equal pieces look the same. Pieces last a
   * minute mostly: an hour and a half of them is longer than most calls.
   */
  @Option(
      names = "--finding.beaconing.certain",
      paramLabel = "X",
      defaultValue = "3",
      description =
          "Times the contacts that are asked for where no record gives bytes. Default: "
              + "${DEFAULT-VALUE}")
  private double certain;

  /** NTP asks its servers like a clock by design, and pools change them. */
  @Option(
      names = "--finding.beaconing.ignored-ports",
      paramLabel = "PORTS",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "123",
      description =
          "Ports at which clocks are to be expected, with commas between them. Default: "
              + "${DEFAULT-VALUE}")
  private List<Integer> ignoredPorts;

  @Override
  public Description description() {
    return new Description(
        "beaconing",
        "Beaconing",
        List.of(Kind.PAIR),
        Tier.DEED,
        60,
        false,
        false,
        false,
        new Techniques(null, Attack.COMMAND, null),
        "A program inside asks somewhere outside for orders at regular intervals, as implants"
            + " do.",
        "A pair of a source inside and a target outside that training does not know has `min-"
            + "contacts` contacts over `min-duration`, `min-regularity` of its intervals are alike,"
            + " and a contact has `max-bytes` on average at most; in a log without bytes there are"
            + " `certain` times as many contacts. T1071.001 where the target's port"
            + " is one of the web's, else T1071 with low confidence.",
        "Small flows of equal size to one address every few seconds or minutes, day and "
            + "night, whether or not somebody works.",
        List.of(
            "agents of monitoring, antivirus and updates, new since training",
            "NTP and push services",
            "open pages and chats that poll",
            "long quiet connections that a log cuts into records of equal length",
            "health checks of partners"),
        "Find the process that calls, and who owns the target; an unknown program is malware "
            + "until shown otherwise. Look for other hosts that call the same target.");
  }

  @Override
  public Match match(PairView view, Baseline baseline) {
    TargetKey target = view.target();
    double bytes = view.bytesIn() + (double) view.bytesOut();
    if (view.lastSeen() - view.firstSeen() < minDuration.toMillis()
        || view.regularity() < minRegularity
        || bytes / Math.max(1, view.contacts()) > maxBytes
        || ignoredPorts.contains(target.port())
        || baseline.places().direction(view.source(), target) != Direction.OUTWARD
        || baseline.targets().isKnown(target)) {
      return null;
    }
    Measure measure = Measure.of((double) view.contacts(), 0, (double) minContacts, 1);
    return new Match(
        "pair.contacts",
        // A view has 0 where no record gives bytes, too.
        bytes > 0 ? measure : measure.harder(certain),
        target,
        Direction.OUTWARD,
        Match.NETWORK,
        Phrase.count(contact("contact", view), contact("contacts", view))
            .in(view.lastSeen() - view.firstSeen()));
  }

  private static String contact(String word, PairView view) {
    return word
        + " with "
        + Targets.text(view.target())
        + ", one every "
        + Quantity.time(view.period())
        + " ("
        + Quantity.share(view.regularity())
        + " of the pauses alike),";
  }

  @Override
  public Technique technique(TargetKey target) {
    return WEB_PORTS.contains(target.port()) ? Attack.WEB_COMMAND : Attack.COMMAND;
  }
}
