package dev.weir.job.operator;

import dev.weir.decode.Repair;
import dev.weir.finding.Kind;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.util.Locale;

/**
 * What is counted of a run. The names are those of metrics, of the job's accumulators, of state in
 * savepoints and of reports: they stay as they are.
 */
public enum Counter {
  /** Log entries that reached the job. */
  ENTRIES,
  /** Entries that became flows. */
  DECODED,
  /** Entries that could not, counted by reason. */
  DEAD_LETTERS,
  /** Entries that rightly hold no flow, counted by reason. */
  IGNORED,
  /** Flows that must not be counted, counted by reason. */
  SET_ASIDE,
  /** Flows in which something was mended, counted by what: metrics of the source, no state. */
  REPAIRED,
  /** Flows whose initiator could not be told; counted all the same. */
  UNORIENTED,
  /** Flows seen at an interface whose address is not known; counted, perhaps twice. */
  UNKNOWN_VANTAGE,
  /** Of these, those that another interface had lately seen. */
  REPEATED_VANTAGE,
  /** Flows that went into a window. */
  WINDOWED,
  /** Flows whose windows had closed. */
  LATE,
  /** Windows scored. */
  WINDOWS,
  /** Windows labelled anomalous. */
  ANOMALOUS,
  /** Views found strange of whoever is on the allow-list, counted by kind: not alerted. */
  ALLOWED,
  /** Incidents opened, and opened again. */
  INCIDENTS,
  /** Incidents closed. */
  INCIDENTS_CLOSED,
  /** Windows of open incidents that brought no alert when they were first told of. */
  SUPPRESSED,
  /** Alerts: openings, updates and closings. */
  ALERTS;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The name in state and reports. */
  public String id() {
    return id;
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

  /** The name of the count of one kind. */
  public static String of(Repair repair) {
    return REPAIRED.id + '.' + repair.id();
  }

  /** What metrics and the job's accumulators call the count of that name. */
  public static String metric(String name) {
    return "weir." + name;
  }
}
