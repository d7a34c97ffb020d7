package dev.weir.alert;

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

/** Detections for tests: a source's in windows of a minute, changed as a test needs it. */
final class Found {

  static final long MINUTE = 60_000;
  static final long START = 1_772_409_600_000L;
  static final TargetKey TARGET = new TargetKey("10.0.0.9", 22);

  private Kind kind = Kind.SOURCE;
  private String source = "203.0.113.7";
  private String scope = "";
  private TargetKey target = TARGET;
  private String topic = "";
  private String finding = "ssh-brute-force";
  private int severity = 70;
  private boolean early;
  private boolean opens = true;
  private boolean outbound;
  private long start = START;
  private long end = START + MINUTE;
  private long flows = 40;
  private double bytesIn = 80_000;
  private double bytesOut = Double.NaN;
  private Reason reason =
      new Reason("port_22_share", 1, 0, 0.02, 100, 1.25, "all flows go to SSH (22)");

  private FeatureVector unexplained;

  private Found() {}

  static Found inWindow(int minute) {
    Found found = new Found();
    found.start = START + minute * MINUTE;
    found.end = found.start + MINUTE;
    return found;
  }

  /** In a window that is so long. */
  Found lasting(int minutes) {
    end = start + minutes * MINUTE;
    return this;
  }

  Found by(String address) {
    source = address;
    return this;
  }

  Found in(String newScope) {
    scope = newScope;
    return this;
  }

  Found of(Kind newKind) {
    kind = newKind;
    return this;
  }

  Found at(TargetKey newTarget) {
    target = newTarget;
    return this;
  }

  Found about(String newTopic) {
    topic = newTopic;
    return this;
  }

  Found named(String id) {
    finding = id;
    return this;
  }

  Found severe(int newSeverity) {
    severity = newSeverity;
    return this;
  }

  Found early(long flowsSoFar) {
    early = true;
    flows = flowsSoFar;
    return this;
  }

  Found with(long newFlows) {
    flows = newFlows;
    return this;
  }

  Found bytes(double in, double out) {
    bytesIn = in;
    bytesOut = out;
    return this;
  }

  Found because(Reason newReason) {
    reason = newReason;
    return this;
  }

  /** Which the forest has yet to explain. */
  Found unexplained(FeatureVector vector) {
    unexplained = vector;
    return this;
  }

  /** Whose advice is to deny what goes to the target. */
  Found outbound() {
    outbound = true;
    return this;
  }

  Found weak() {
    opens = false;
    return this;
  }

  Detection get() {
    boolean ofSource = kind == Kind.SOURCE || kind == Kind.PAIR;
    return new Detection(
        kind,
        ofSource ? new SourceKey(scope, source) : null,
        kind == Kind.MODEL ? null : target,
        topic,
        finding,
        List.of("port-scan"),
        new Technique("T1110", "Brute Force", "medium"),
        severity,
        Origin.BOTH,
        early,
        opens,
        start,
        end,
        start + 1_000,
        start + 58_000,
        flows,
        bytesIn,
        bytesOut,
        "NL",
        1,
        List.of(new TargetCount(target, flows, 38, 80_000, 0, 0b1011)),
        new Scoring(0.71, 0.6, -1, "model-1", unexplained),
        List.of("feed"),
        new Explanation(
            List.of(reason),
            new CounterEvidence(Feature.FLOW_COUNT, 40, 11, 0.52, "normal at 11 flows")),
        new Advice(
            "Block it.",
            new Control(
                source + "/32",
                outbound,
                22,
                6,
                "",
                start + 3_600_000,
                "{\"a\":1}",
                "no",
                "nft …",
                "{}")),
        Truth.UNKNOWN);
  }
}
