package dev.weir.finding;

import dev.weir.feature.Feature;
import dev.weir.feature.TargetView;
import dev.weir.flow.OnOff;
import java.util.List;
import picocli.CommandLine.Option;

/** Guessing of passwords over RDP. */
final class RdpBruteForce implements SourceFinding, TargetFinding {

  private static final long serialVersionUID = 1L;
  private static final String ID = "rdp-brute-force";

  /**
   * Common tools ban an address after five failures within ten minutes (fail2ban's default), and a
   * connection takes several passwords; people who mistype give up or ask before the tenth.
   */
  @Option(
      names = "--finding.rdp-brute-force.attempts",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Connections of one source to one RDP server in a window that are too many."
              + " Default: ${DEFAULT-VALUE}")
  private long attempts;

  /** Thirty connections are three windows of the first kind, and more than a shift that logs in. */
  @Option(
      names = "--finding.rdp-brute-force.distributed-attempts",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Connections of many sources to one RDP server in a window that are too many, the busiest"
              + " source's left out. Default: ${DEFAULT-VALUE}")
  private long distributedAttempts;

  /** Fewer can be the admins of one office. */
  @Option(
      names = "--finding.rdp-brute-force.sources",
      paramLabel = "N",
      defaultValue = "8",
      description = "Sources that guess together, at least. Default: ${DEFAULT-VALUE}")
  private long sources;

  /**
   * A peak of a few dozen moves by its root from one day to the next, and by one source that made
   * all of it: one more than ever is no attack.
   */
  @Option(
      names = "--finding.rdp-brute-force.peak-factor",
      paramLabel = "X",
      defaultValue = "1.5",
      description =
          "Times the server's own peak in training that are too many. Default: ${DEFAULT-VALUE}")
  private double peakFactor;

  /**
   * Refused at once it is 4 kB; a server that draws its login screen first sends ten times that.
   */
  @Option(
      names = "--finding.rdp-brute-force.max-bytes",
      paramLabel = "BYTES",
      defaultValue = "64000",
      description =
          "Bytes both ways that an attempt moves at most on average. Below 64,000 single small"
              + " connections, which are counted up to that size, are not asked for: while a window"
              + " fills only many more speak then. Default: ${DEFAULT-VALUE}")
  private long maxBytes;

  /** Runners that fetch from a git server open two dozen a minute; twice as many is too many. */
  @Option(
      names = "--finding.rdp-brute-force.certain",
      paramLabel = "X",
      defaultValue = "5",
      description = "Times the limit at which bytes no longer matter. Default: ${DEFAULT-VALUE}")
  private double certain;

  @Option(
      names = "--finding.rdp-brute-force.any-label",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Speak of windows that the model labels normal, too. Default: ${DEFAULT-VALUE}")
  private OnOff anyLabel;

  @Override
  public Description description() {
    return new Description(
        ID,
        "RDP password guessing",
        BruteForce.kinds(),
        Tier.DEED,
        60,
        true,
        true,
        true,
        new Techniques(Attack.GUESSING, Attack.GUESSING, Attack.RDP),
        "Somebody tries passwords at an RDP server, one connection after the other.",
        BruteForce.condition("RDP", "64,000"),
        "Dozens of connections a minute to port 3389 of one server, each a few seconds long and of a"
            + " few kB; some are refused once the server limits logins.",
        List.of(
            "a client with an old password that reconnects by itself",
            "monitoring that opens a session to see whether it works",
            "a gateway behind which many people are one source (list it under shared)"),
        "Look in the server's log for a login that succeeded after the failures; if there is one,"
            + " treat the account as stolen. Allow logins from known networks only, and by keys or"
            + " a second factor.");
  }

  private BruteForce bruteForce() {
    return new BruteForce(
        3389,
        Feature.PORT_3389_SHARE,
        attempts,
        distributedAttempts,
        sources,
        peakFactor,
        maxBytes,
        certain);
  }

  @Override
  public Match match(SourceCase source, Baseline baseline) {
    return bruteForce().match(source, baseline);
  }

  @Override
  public Match match(TargetView view, Baseline baseline) {
    return bruteForce().match(view, baseline);
  }

  @Override
  public boolean goesForTarget(Match match) {
    return BruteForce.goesForTarget(match);
  }

  @Override
  public boolean anyLabel() {
    return anyLabel.isOn();
  }

  @Override
  public int deniedPort() {
    return 3389;
  }
}
