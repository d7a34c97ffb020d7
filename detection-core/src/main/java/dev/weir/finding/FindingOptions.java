package dev.weir.finding;

import dev.weir.command.Commands;
import java.io.Serializable;
import java.util.List;
import picocli.CommandLine.Mixin;

/**
 * The catalogue of findings with the constants of their conditions, and what decides whether a
 * finding alerts. Mixed into commands, or made of arguments; set once.
 */
public final class FindingOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  @Mixin private AlertOptions alert;

  @Mixin private Exfiltration exfiltration;

  @Mixin private UnusualUpload unusualUpload;

  @Mixin private SshBruteForce sshBruteForce;

  @Mixin private RdpBruteForce rdpBruteForce;

  @Mixin private Flood flood;

  @Mixin private PortScan portScan;

  @Mixin private HostSweep hostSweep;

  @Mixin private RepetitiveShortSessions repetitiveShortSessions;

  @Mixin private Beaconing beaconing;

  @Mixin private UnusualPort unusualPort;

  @Mixin private TrafficSpike trafficSpike;

  @Mixin private GeographicHotSpot geographicHotSpot;

  @Mixin private WafRuleBurst wafRuleBurst;

  private final UnusualBehaviour unusualBehaviour = new UnusualBehaviour();

  @Mixin private FeatureMissing featureMissing;

  @Mixin private DriftFinding drift;

  /** For picocli. */
  public FindingOptions() {}

  /** The options that a command line of these arguments alone has; of none, the defaults. */
  public static FindingOptions of(String... arguments) {
    FindingOptions options = new FindingOptions();
    Commands.commandLine(options).parseArgs(arguments);
    return options;
  }

  /** What decides whether a finding alerts. */
  public AlertOptions alert() {
    return alert;
  }

  /**
   * Refuses what cannot be.
   *
   * @throws dev.weir.flow.UsageException naming the option
   */
  public void check() {
    alert.check();
    all().forEach(NumericOptions::check);
  }

  /**
   * When traffic no longer fits a model.
   *
   * @throws dev.weir.flow.UsageException naming an option that cannot be
   */
  public DriftSettings drift() {
    return new DriftSettings(
        drift.told(), drift.index(), featureMissing.told(), featureMissing.jump());
  }

  /** Every finding, in the order of documents. */
  List<Finding> all() {
    return List.of(
        exfiltration,
        unusualUpload,
        sshBruteForce,
        rdpBruteForce,
        flood,
        portScan,
        hostSweep,
        repetitiveShortSessions,
        beaconing,
        unusualPort,
        trafficSpike,
        geographicHotSpot,
        wafRuleBurst,
        unusualBehaviour,
        featureMissing,
        drift);
  }

  /** Ids of every finding there can be, in the order of documents. */
  public List<String> ids() {
    return all().stream().map(finding -> finding.description().id()).toList();
  }

  /** Those of one view, in the same order. */
  <T extends Finding> List<T> of(Class<T> view) {
    return all().stream().filter(view::isInstance).map(view::cast).toList();
  }
}
