package dev.weir.job.operator;

import dev.weir.decode.Repair;
import dev.weir.finding.Kind;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.util.Locale;
import org.apache.flink.metrics.MetricGroup;

/**
 * What is counted of a run. The names are those of metrics, of the job's accumulators, of state in
 * savepoints and of reports: they stay as they are. What is counted by a reason has it as a label
 * where it is a metric, and elsewhere as the end of its name.
 */
public enum Counter {
  /** Log entries that reached the job. */
  ENTRIES("entry router", "log entries that reached the job"),
  /** Entries that became flows. */
  DECODED("entry router", "entries that became flows"),
  /** Entries that could not, counted by reason. */
  DEAD_LETTERS(
      "reason", "entry router", "entries that could not, by [reason](formats.md#dead-letters)"),
  /** Entries that rightly hold no flow, counted by reason. */
  IGNORED(
      "reason",
      "entry router",
      "entries that rightly hold no flow, by [reason](formats.md#accounting); `skip-data` is"
          + " blindness"),
  /** Flows that must not be counted, counted by reason. */
  SET_ASIDE(
      "reason",
      "entry router, repeat filter",
      "flows that must not be counted, by [reason](formats.md#accounting)"),
  /** Flows in which something was mended, counted by what: metrics of the source, no state. */
  REPAIRED(
      "repair",
      "flow source",
      "flows in which [something was mended](formats.md#repairs); of `--source kinesis` without"
          + " `deserializer` in its name"),
  /** Flows whose initiator could not be told; counted all the same. */
  UNORIENTED("entry router", "flows whose initiator could not be told; they count"),
  /** Flows seen at an interface whose address is not known; counted, perhaps twice. */
  UNKNOWN_VANTAGE(
      "entry router", "flows inside, seen at an interface whose address is not known; they count"),
  /** Of these, those that another interface had lately seen. */
  REPEATED_VANTAGE(
      "entry router", "of these, the ones whose ends another interface had lately logged"),
  /** Flows that went into a window. */
  WINDOWED("source windows", "flows that went into a window"),
  /** Flows whose windows had closed. */
  LATE("pre-aggregation, source windows", "flows whose windows had closed"),
  /** Windows scored. */
  WINDOWS("source windows", "windows of sources, all of which are scored"),
  /** Windows labelled anomalous. */
  ANOMALOUS("scorer", "windows labelled anomalous"),
  /** Views found strange of whoever is on the allow-list, counted by kind: not alerted. */
  ALLOWED(
      "kind",
      "source, target and pair judge",
      "views found strange of whoever is on the allow-list, by kind: `source`, `target`, `pair`"),
  /** Incidents opened, and opened again. */
  INCIDENTS("incidents", "incidents opened, and opened again"),
  /** Incidents closed. */
  INCIDENTS_CLOSED("incidents", "incidents closed"),
  /** Windows of open incidents that brought no alert when they were first told of. */
  SUPPRESSED(
      "incidents",
      "windows of open incidents that brought no alert when they were first told of: a second"
          + " finding of a window, and a later look at it, count no more"),
  /** Alerts: openings, updates and closings. */
  ALERTS("incidents", "alerts: openings, updates and closings");

  private static final String PREFIX = "weir.";

  private final String id = name().toLowerCase(Locale.ROOT);
  private final String label;
  private final String where;
  private final String description;

  Counter(String where, String description) {
    this("", where, description);
  }

  Counter(String label, String where, String description) {
    this.label = label;
    this.where = where;
    this.description = description;
  }

  /** The name in state and reports. */
  public String id() {
    return id;
  }

  /** What the metric's label is called that says which of several counts it is; else empty. */
  String label() {
    return label;
  }

  /** The operators that count. */
  String where() {
    return where;
  }

  String description() {
    return description;
  }

  /** The name of the count of one reason. */
  public static String of(DeadLetterReason reason) {
    return DEAD_LETTERS.id + '.' + reason.id();
  }

  /** The name of the count of one reason. */
  public static String of(SetAside reason) {
    return SET_ASIDE.id + '.' + reason.id();
  }

  /** The name of the count of one reason. */
  public static String of(Ignored reason) {
    return IGNORED.id + '.' + reason.id();
  }

  /** The name of the count of one kind of view. */
  public static String ofAllowed(Kind kind) {
    return ALLOWED.id + '.' + kind.id();
  }

  /** What the job's accumulators call the count of that name. */
  public static String metric(String name) {
    return PREFIX + name;
  }

  /** What metrics call the count of that name, in {@link #group}. */
  static String shown(String name) {
    int point = name.indexOf('.');
    return metric(point < 0 ? name : name.substring(0, point));
  }

  /** Where metrics have the count of that name: which of several it is, is a label. */
  static MetricGroup group(MetricGroup metrics, String name) {
    int point = name.indexOf('.');
    if (point < 0) {
      return metrics;
    }
    Counter counter = valueOf(name.substring(0, point).toUpperCase(Locale.ROOT));
    return metrics.addGroup(counter.label, name.substring(point + 1));
  }

  /** Registers the counter of what is mended, which is no state. */
  public static org.apache.flink.metrics.Counter ofRepair(MetricGroup metrics, Repair repair) {
    return metrics.addGroup(REPAIRED.label, repair.id()).counter(metric(REPAIRED.id));
  }
}
