package dev.weir.job;

import dev.weir.finding.Kind;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.job.operator.Counter;
import dev.weir.network.Sights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What became of every entry and every flow, by the job's checkpointed counts.
 *
 * @param entries log entries that reached the job
 * @param decoded those that became flows
 * @param deadLetters those that could not, by reason
 * @param ignored those that rightly hold no flow, by reason
 * @param setAside flows that must not be counted, by reason
 * @param sights how well it is known where the other flows were seen
 * @param windowed flows that went into a window
 * @param late flows whose windows had closed
 * @param windows windows scored
 * @param anomalous windows labelled anomalous
 * @param incidents what became of what was found
 */
public record Accounting(
    long entries,
    long decoded,
    Map<DeadLetterReason, Long> deadLetters,
    Map<Ignored, Long> ignored,
    Map<SetAside, Long> setAside,
    Sights sights,
    long windowed,
    long late,
    long windows,
    long anomalous,
    Incidents incidents) {

  /**
   * What became of what was found.
   *
   * @param opened incidents, those that opened again too
   * @param closed incidents
   * @param alerts openings, updates and closings
   * @param suppressed windows of open incidents that brought no alert when they were first told of
   * @param allowed views found strange in whoever is on the allow-list
   */
  public record Incidents(long opened, long closed, long alerts, long suppressed, long allowed) {}

  /** Reads the counts from a job's accumulators. */
  public static Accounting of(Map<String, Object> accumulators) {
    ToLongFunction<String> count =
        name -> accumulators.get(Counter.metric(name)) instanceof Long value ? value : 0;
    Map<DeadLetterReason, Long> deadLetters = new EnumMap<>(DeadLetterReason.class);
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      putPositive(deadLetters, reason, count.applyAsLong(Counter.of(reason)));
    }
    Map<Ignored, Long> ignored = new EnumMap<>(Ignored.class);
    for (Ignored reason : Ignored.values()) {
      putPositive(ignored, reason, count.applyAsLong(Counter.of(reason)));
    }
    Map<SetAside, Long> setAside = new EnumMap<>(SetAside.class);
    for (SetAside reason : SetAside.values()) {
      putPositive(setAside, reason, count.applyAsLong(Counter.of(reason)));
    }
    return new Accounting(
        count.applyAsLong(Counter.ENTRIES.id()),
        count.applyAsLong(Counter.DECODED.id()),
        deadLetters,
        ignored,
        setAside,
        new Sights(
            count.applyAsLong(Counter.DECODED.id()) - sum(setAside),
            count.applyAsLong(Counter.UNORIENTED.id()),
            count.applyAsLong(Counter.UNKNOWN_VANTAGE.id()),
            count.applyAsLong(Counter.REPEATED_VANTAGE.id())),
        count.applyAsLong(Counter.WINDOWED.id()),
        count.applyAsLong(Counter.LATE.id()),
        count.applyAsLong(Counter.WINDOWS.id()),
        count.applyAsLong(Counter.ANOMALOUS.id()),
        new Incidents(
            count.applyAsLong(Counter.INCIDENTS.id()),
            count.applyAsLong(Counter.INCIDENTS_CLOSED.id()),
            count.applyAsLong(Counter.ALERTS.id()),
            count.applyAsLong(Counter.SUPPRESSED.id()),
            Arrays.stream(Kind.values())
                .mapToLong(kind -> count.applyAsLong(Counter.ofAllowed(kind)))
                .sum()));
  }

  private static <K> void putPositive(Map<K, Long> map, K key, long value) {
    if (value > 0) {
      map.put(key, value);
    }
  }

  /** Dead letters of every reason. */
  public long deadLetterCount() {
    return sum(deadLetters);
  }

  /** Ignored entries of every reason. */
  public long ignoredCount() {
    return sum(ignored);
  }

  /** Flows that must not be counted, for every reason. */
  public long setAsideCount() {
    return sum(setAside);
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether every entry and every flow is accounted for. */
  public boolean addsUp() {
    return entries == decoded + deadLetterCount() + ignoredCount()
        && decoded == windowed + late + setAsideCount();
  }
}
