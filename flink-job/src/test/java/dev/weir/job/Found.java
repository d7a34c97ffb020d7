package dev.weir.job;

import dev.weir.explain.CounterEvidence;
import dev.weir.explain.Explanation;
import dev.weir.explain.Reason;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.finding.Advice;
import dev.weir.finding.Control;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import dev.weir.finding.Origin;
import dev.weir.finding.Scoring;
import dev.weir.finding.Technique;
import dev.weir.flow.Truth;
import java.util.List;

/** Detections for tests: a source's guessing in windows of a minute from the epoch on. */
public final class Found {

  /** Milliseconds of a window. */
  public static final long MINUTE = 60_000;

  /** Whose door it is. */
  public static final TargetKey TARGET = new TargetKey("10.0.0.9", 22);

  private Kind kind = Kind.SOURCE;
  private String source = "203.0.113.7";
  private String finding = "ssh-brute-force";
  private int severity = 70;
  private Origin origin = Origin.BOTH;
  private long sources = 1;
  private boolean early;
  private boolean opens = true;
  private long flows = 40;
  private String model = "model";
  private FeatureVector unexplained;
  private final long start;

  private Found(long start) {
    this.start = start;
  }

  /** In the window that begins with that minute. */
  public static Found inWindow(int minute) {
    return new Found(minute * MINUTE);
  }

  /** By that source. */
  public Found by(String address) {
    source = address;
    return this;
  }

  /** Of what only the target sees. */
  public Found atTarget() {
    kind = Kind.TARGET;
    return this;
  }

  /** Of what the source keeps coming back to. */
  public Found paired() {
    kind = Kind.PAIR;
    return this;
  }

  /** By so many. */
  public Found ofMany(long many) {
    sources = many;
    return this;
  }

  /** Said by that. */
  public Found saidBy(Origin whom) {
    origin = whom;
    return this;
  }

  /** Called so. */
  public Found named(String id) {
    finding = id;
    return this;
  }

  /** So bad, 0 to 100. */
  public Found severe(int newSeverity) {
    severity = newSeverity;
    return this;
  }

  /** While the window is open, and has so many flows. */
  public Found early(long flowsSoFar) {
    early = true;
    flows = flowsSoFar;
    return this;
  }

  /** Too little to open anything. */
  public Found weak() {
    opens = false;
    return this;
  }

  /** In a window that this model has yet to explain. */
  public Found unexplainedBy(String modelId, FeatureVector window) {
    model = modelId;
    unexplained = window;
    return this;
  }

  /** All of it. */
  public Detection get() {
    boolean ofSource = kind != Kind.TARGET;
    return new Detection(
        kind,
        ofSource ? new SourceKey("", source) : null,
        TARGET,
        "",
        finding,
        List.of("port-scan"),
        new Technique("T1110", "Brute Force", "high"),
        severity,
        origin,
        early,
        opens,
        start,
        start + MINUTE,
        start + 1_000,
        start + 58_000,
        flows,
        80_000,
        Double.NaN,
        "NL",
        sources,
        List.of(new TargetCount(TARGET, flows, 38, 80_000, 0, 0b1011)),
        new Scoring(0.71, 0.6, -1, model, unexplained),
        List.of("feed"),
        new Explanation(
            List.of(new Reason("port_22_share", 1, 0, 0.02, 100, 1.25, "one")),
            new CounterEvidence(Feature.FLOW_COUNT, 40, 11, 0.52, "two")),
        new Advice(
            "three",
            new Control(
                source + "/32", false, 22, 6, "", start + 3_600_000, "{}", "no", "nft", "{}")),
        Truth.UNKNOWN);
  }
}
