package dev.weir.job.types;

import dev.weir.alert.Alert;
import dev.weir.alert.BlindTimes;
import dev.weir.alert.Crowd;
import dev.weir.alert.CrowdKey;
import dev.weir.alert.Incident;
import dev.weir.alert.IncidentKey;
import dev.weir.alert.IncidentSettings;
import dev.weir.alert.Incidents;
import dev.weir.drift.DriftBaseline;
import dev.weir.drift.DriftCounts;
import dev.weir.drift.DriftDay;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureSettings;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.Late;
import dev.weir.feature.OpenWindows;
import dev.weir.feature.PairHistory;
import dev.weir.feature.PairView;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.SourceViews;
import dev.weir.feature.TargetAccumulator;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetViews;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.job.Flows;
import dev.weir.job.Found;
import dev.weir.job.SmallModel;
import dev.weir.model.ScoredWindow;
import java.util.Arrays;
import java.util.List;

/** A value of each type. */
final class Examples {

  private static final WindowSpec MINUTE = WindowSpec.tumbling(60_000);
  private static final SourceViews SOURCES =
      new SourceViews(MINUTE, FeatureSettings.DEFAULT, KnownTargets.NONE);
  private static final TargetViews TARGETS = new TargetViews(MINUTE, FeatureSettings.DEFAULT);
  private static final Incidents INCIDENTS =
      new Incidents(new IncidentSettings(50, 60, 300_000, 3_600_000, 0));

  private static final Packing<SourceAccumulator> SOURCE_PACKING =
      new Packing<>(SourceAccumulator::read);
  private static final Packing<TargetAccumulator> TARGET_PACKING =
      new Packing<>(TargetAccumulator::read);

  private Examples() {}

  static Object of(WireType type) {
    return switch (type) {
      case SOURCE_KEY -> new SourceKey("123456789012", "10.0.0.1");
      case ENTRY -> Ignored.NO_DATA;
      case FLOW -> Flows.at("2001:db8::1", 42);
      case DEAD_LETTER ->
          new DeadLetter(
              DeadLetterReason.BAD_TIME, "détail", "t-0-1", -1, new byte[] {0, -1}, true);
      case GAP -> new Gap("123456789012", List.of("10.0.0.1", "fd00::1"), 60_000, 120_000);
      case BLIND_TIMES -> blind();
      case ACCUMULATOR -> SOURCE_PACKING.pack(accumulator());
      case PARTIAL -> WindowPart.of(partial(), SOURCE_PACKING);
      case LATE -> new Late.Flows(new SourceKey("", "192.0.2.7"), 0, 60_000, 3);
      case SOURCE_VIEW -> view();
      case TARGET_KEY -> new TargetKey("10.0.0.1", FlowRecord.ABSENT);
      case TARGET_ACCUMULATOR -> TARGET_PACKING.pack(targetPartial().seen());
      case TARGET_PARTIAL -> WindowPart.of(targetPartial(), TARGET_PACKING);
      case TARGET_VIEW ->
          TARGETS.close(new TargetKey("10.0.0.1", 22), 60_000, targetPartial().seen());
      case PAIR_HISTORY -> history();
      case PAIR_VIEW ->
          new PairView(
              new SourceKey("", "192.0.2.7"),
              new TargetKey("10.0.0.1", 22),
              1,
              2,
              3,
              4,
              5,
              6,
              0.75,
              7,
              8);
      case SCORED_WINDOW -> scored();
      case DETECTION -> Found.inWindow(1).get();
      case CROWD_KEY -> CrowdKey.of(Found.inWindow(1).get());
      case CROWD -> crowd();
      case INCIDENT_KEY -> IncidentKey.of(Found.inWindow(1).get());
      case INCIDENT -> opened().incident();
      case DRIFT_COUNTS -> drift();
      case DRIFT_DAY -> day();
      case ALERT -> Alert.of(opened(), 123_456);
    };
  }

  static void alter(Object value) {
    FlowRecord flow = FlowRecord.builder().srcIp("a").dstIp("b").start(5).build();
    if (value instanceof SourceAccumulator seen) {
      SOURCES.add(seen, flow, 0);
    } else if (value instanceof TargetAccumulator seen) {
      TARGETS.add(seen, flow, 0);
    } else if (value instanceof Crowd crowd) {
      crowd.add(Found.inWindow(1).by("203.0.113.9").get());
    } else if (value instanceof Incident incident) {
      INCIDENTS.detect(incident, Found.inWindow(3).get());
    } else if (value instanceof BlindTimes times) {
      times.add(100_000, 200_000);
    } else if (value instanceof DriftCounts counts) {
      counts.merge(drift());
    } else if (value instanceof DriftDay day) {
      day.add(drift());
    } else {
      ((PairHistory) value).take(view(), MINUTE, KnownTargets.NONE, pair -> {});
    }
  }

  private static BlindTimes blind() {
    BlindTimes times = new BlindTimes();
    times.add(60_000, 120_000);
    times.add(180_000, 240_000);
    return times;
  }

  private static Crowd crowd() {
    Crowd crowd = new Crowd();
    for (int i = 0; i < 5; i++) {
      crowd.add(Found.inWindow(1).by("203.0.113." + i).severe(60 + i).get());
    }
    return crowd;
  }

  private static Incidents.Outcome opened() {
    Incidents.Outcome opened = INCIDENTS.detect(null, Found.inWindow(1).get());
    return INCIDENTS.detect(opened.incident(), Found.inWindow(2).early(16).get());
  }

  private static DriftCounts drift() {
    DriftBaseline baseline = new DriftBaseline(SmallModel.of(MINUTE));
    DriftCounts counts = new DriftCounts(3_600_000, baseline);
    counts.add(scored(), baseline);
    return counts;
  }

  private static DriftDay day() {
    DriftDay day = new DriftDay();
    day.add(drift());
    return day;
  }

  private static PairHistory history() {
    PairHistory history = new PairHistory();
    history.take(view(), MINUTE, KnownTargets.NONE, pair -> {});
    return history;
  }

  private static SourceAccumulator accumulator() {
    SourceAccumulator accumulator = new SourceAccumulator();
    for (int i = 0; i < 300; i++) {
      FlowRecord flow =
          FlowRecord.builder().srcIp("a").dstIp("d" + i).dstPort(i).bytesIn(i).start(i).build();
      SOURCES.add(accumulator, flow, 0);
    }
    return accumulator;
  }

  private static PartialWindow<SourceKey, SourceAccumulator> partial() {
    OpenWindows<SourceKey, SourceAccumulator> open = new OpenWindows<>(SOURCES);
    open.add(Flows.at("a", 1), Long.MIN_VALUE);
    return open.add(Flows.at("a", 2), Long.MIN_VALUE);
  }

  private static PartialWindow<TargetKey, TargetAccumulator> targetPartial() {
    OpenWindows<TargetKey, TargetAccumulator> open = new OpenWindows<>(TARGETS);
    for (int i = 0; i < 300; i++) {
      open.add(
          FlowRecord.builder().srcIp("s" + i).dstIp("a").dstPort(1).start(i).build(),
          Long.MIN_VALUE);
    }
    return open.add(
        FlowRecord.builder().srcIp("s").dstIp("a").dstPort(1).start(1).build(), Long.MIN_VALUE);
  }

  private static SourceView view() {
    return SOURCES.close(new SourceKey("", "192.0.2.7"), 60_000, accumulator());
  }

  private static FeatureVector vector() {
    double[] values = new double[Feature.COUNT];
    Arrays.setAll(values, i -> i == 3 ? Double.NaN : i / 7.0);
    return new FeatureVector(new SourceKey("", "192.0.2.7"), 60_000, 120_000, "DE", values);
  }

  private static ScoredWindow scored() {
    return new ScoredWindow(vector(), 0.75, ScoredWindow.ANOMALOUS, true, "model");
  }
}
