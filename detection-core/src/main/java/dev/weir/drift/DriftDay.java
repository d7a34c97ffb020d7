package dev.weir.drift;

import dev.weir.explain.Explanation;
import dev.weir.explain.Reason;
import dev.weir.explain.Reasons;
import dev.weir.feature.UnknownVersionException;
import dev.weir.finding.Advice;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import dev.weir.finding.Origin;
import dev.weir.flow.Truth;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last day's windows against those of training, looked at each hour. A quantity has drifted
 * where its stability index over a whole day is {@link #MUCH} or more for {@link #LASTING} hours on
 * end: part of a day would differ for its time of day alone. A feature has gone missing where the
 * share of windows without it has grown by {@link #MISSING_JUMP} for as many hours, or, of one that
 * many windows lack, hardly any has it any more. Mutable; not thread-safe.
 *
 * <p>An hour without windows is an hour of the day like any other: it adds nothing to what the day
 * has, and breaks off what only its own windows could say. A day that was silent for most of it is
 * none, since what is left differs for its time of day.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class DriftDay {

  /** The usual border of a great change. */
  static final double MUCH = 0.25;

  /** Hours; what passes by itself needs no new model. */
  static final int LASTING = 3;

  /** Hardly any window lacks a feature; that a quarter do has a cause. */
  static final double MISSING_JUMP = 0.25;

  /** What many windows lack they lack by themselves, and at night the more. */
  static final double OFTEN_MISSING = 0.05;

  /** Of windows with such a feature so many are left at least, at any time of the day. */
  static final double LEAST_LEFT = 0.1;

  /** Windows of an hour that say something of a share. */
  static final int LEAST_WINDOWS = 200;

  /**
   * Windows of a day whose index is not mostly chance, which adds about a range for each window.
   */
  static final int LEAST_OF_DAY = 1_000;

  /** Hours of a day with windows: an office that works, and no more, is seen. */
  static final int LEAST_HOURS = 8;

  private static final int HOURS = 24;
  private static final int VERSION = 2;
  private static final int BASE_SEVERITY = 50;
  private static final double PER_TENFOLD = 40;
  private static final int MOST_SEVERITY = 85;

  private final TreeMap<Long, DriftCounts> hours = new TreeMap<>();

  /** Hours on end, by finding and quantity. */
  private final Map<String, Integer> lasting = new TreeMap<>();

  /** The hour of the first window, epoch milliseconds; of none while there is no hour. */
  private long since;

  /** Starts without a window. */
  public DriftDay() {}

  /** Adds windows of an hour. A model that has changed begins a new day. */
  public void add(DriftCounts counts) {
    forgetOthers(counts.modelId());
    since = hours.isEmpty() ? counts.hour() : Math.min(since, counts.hour());
    DriftCounts before = hours.get(counts.hour());
    if (before == null) {
      hours.put(counts.hour(), counts.copy());
    } else {
      before.merge(counts);
    }
  }

  private void forgetOthers(String modelId) {
    if (hours.values().removeIf(before -> !before.modelId().equals(modelId))) {
      lasting.clear();
    }
  }

  /** Whether there is nothing to look at any more. */
  public boolean isEmpty() {
    return hours.isEmpty();
  }

  /**
   * An hour is over, whether it had windows or not: what has drifted by now.
   *
   * @param hour its beginning, epoch milliseconds
   * @param baseline of the model that counts
   */
  public List<Detection> close(long hour, DriftBaseline baseline) {
    String modelId = baseline.modelId();
    forgetOthers(modelId);
    hours.headMap(hour - (HOURS - 1) * DriftCounts.HOUR).clear();
    DriftCounts now = hours.get(hour);
    boolean whole = isWhole(hour);
    double[] indices = indices(hour, baseline);
    List<Detection> found = new ArrayList<>();
    List<Reason> drifted = new ArrayList<>();
    for (int i = 0; i < baseline.size(); i++) {
      if (lasts("drift", baseline.name(i), whole && indices[i] >= MUCH)) {
        drifted.add(drifted(baseline.name(i), indices[i]));
      }
      if (baseline.isFeature(i)) {
        lookForMissing(i, now, baseline, modelId, found);
      }
    }
    if (!drifted.isEmpty()) {
      found.add(drifted(drifted, hour, modelId));
    }
    return found;
  }

  private boolean isWhole(long hour) {
    Collection<DriftCounts> day = until(hour);
    return hour - since >= (HOURS - 1) * DriftCounts.HOUR
        && day.size() >= LEAST_HOURS
        && day.stream().mapToLong(DriftCounts::windows).sum() >= LEAST_OF_DAY;
  }

  /** The hour that follows may have begun where event time is ahead. */
  private Collection<DriftCounts> until(long hour) {
    return hours.headMap(hour, true).values();
  }

  /**
   * The stability index of every quantity over what is there of the day that an hour ends.
   *
   * @param hour its beginning, epoch milliseconds
   * @param baseline of the model that counts
   * @return 0 and up; NaN where there is no window
   */
  public double[] indices(long hour, DriftBaseline baseline) {
    Collection<DriftCounts> day = until(hour);
    double[] indices = new double[baseline.size()];
    boolean known = day.stream().allMatch(of -> of.modelId().equals(baseline.modelId()));
    for (int i = 0; i < indices.length; i++) {
      boolean any = known && !day.isEmpty();
      indices[i] = any ? baseline.bins(i).index(sum(day, i)) : Double.NaN;
    }
    return indices;
  }

  private void lookForMissing(
      int feature, DriftCounts now, DriftBaseline baseline, String modelId, List<Detection> found) {
    boolean says = now != null && now.windows() >= LEAST_WINDOWS;
    double missing = says ? missing(now.of(feature)) : Double.NaN;
    double before = baseline.missing(feature);
    if (lasts("feature-missing", baseline.name(feature), isJump(before, missing))) {
      found.add(missing(baseline.name(feature), missing, before, now.hour(), modelId));
    }
  }

  static boolean isJump(double before, double missing) {
    return before <= OFTEN_MISSING
        ? missing - before >= MISSING_JUMP
        : 1 - missing < LEAST_LEFT * (1 - before);
  }

  private static long[] sum(Collection<DriftCounts> day, int quantity) {
    long[] sum = null;
    for (DriftCounts counts : day) {
      long[] of = counts.of(quantity);
      for (int i = 0; sum != null && i < of.length; i++) {
        sum[i] += of[i];
      }
      sum = sum == null ? of : sum;
    }
    return sum;
  }

  private static double missing(long[] counts) {
    double total = 0;
    for (long count : counts) {
      total += count;
    }
    return counts[counts.length - 1] / total;
  }

  private boolean lasts(String finding, String quantity, boolean now) {
    String key = finding + ' ' + quantity;
    if (!now) {
      lasting.remove(key);
      return false;
    }
    return lasting.merge(key, 1, Integer::sum) >= LASTING;
  }

  private static Reason drifted(String quantity, double index) {
    String text =
        String.format(
            Locale.ROOT,
            "over the last day %s lies otherwise than in training: stability index %.2f, where 0.1"
                + " is little and 0.25 much",
            quantity,
            index);
    return Reasons.told(quantity, index, text);
  }

  /** One for all that has drifted: what one cause has moved is one thing to look at. */
  private static Detection drifted(List<Reason> reasons, long hour, String modelId) {
    List<Reason> worstFirst =
        reasons.stream().sorted(Comparator.comparingDouble(Reason::value).reversed()).toList();
    double tenfold = StrictMath.log10(worstFirst.get(0).value() / MUCH);
    int severity = (int) Math.min(MOST_SEVERITY, BASE_SEVERITY + PER_TENFOLD * tenfold);
    return detection("drift", "", severity, worstFirst, hour, modelId);
  }

  private static Detection missing(
      String quantity, double share, double before, long hour, String modelId) {
    String text =
        String.format(
            Locale.ROOT,
            "%.0f %% of the windows of the last hour lack %s; in training %.0f %% did",
            100 * share,
            quantity,
            100 * before);
    return detection(
        "feature-missing",
        quantity,
        BASE_SEVERITY + 10,
        List.of(Reasons.told(quantity, share, text)),
        hour,
        modelId);
  }

  private static Detection detection(
      String finding,
      String quantity,
      int severity,
      List<Reason> reasons,
      long hour,
      String modelId) {
    return new Detection(
        Kind.MODEL,
        null,
        null,
        quantity.isEmpty() ? finding : finding + ' ' + quantity,
        finding,
        List.of(),
        null,
        severity,
        Origin.SIGNATURE,
        false,
        true,
        hour,
        hour + DriftCounts.HOUR,
        hour,
        hour + DriftCounts.HOUR - 1,
        0,
        Double.NaN,
        Double.NaN,
        "",
        0,
        List.of(),
        Double.NaN,
        Double.NaN,
        0,
        modelId,
        List.of(),
        new Explanation(reasons, null),
        new Advice(
            finding.equals("drift")
                ? "Look whether the network has changed; if so, train again on recent history."
                : "Look whether the logs have lost a field; mend their source, or train again.",
            null),
        Truth.UNKNOWN);
  }

  /** Writes the version and every hour. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(since);
    out.writeByte(hours.size());
    for (DriftCounts counts : hours.values()) {
      counts.write(out);
    }
    out.writeShort(lasting.size());
    for (Map.Entry<String, Integer> entry : lasting.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue());
    }
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static DriftDay read(DataInput in) throws IOException {
    UnknownVersionException.check("day of drift", VERSION, in.readByte());
    DriftDay read = new DriftDay();
    long since = in.readLong();
    int size = in.readUnsignedByte();
    for (int i = 0; i < size; i++) {
      read.add(DriftCounts.read(in));
    }
    read.since = since;
    int entries = in.readUnsignedShort();
    for (int i = 0; i < entries; i++) {
      read.lasting.put(in.readUTF(), in.readInt());
    }
    return read;
  }

  /** An equal one of its own. */
  public DriftDay copy() {
    DriftDay copy = new DriftDay();
    hours.values().forEach(copy::add);
    copy.since = since;
    copy.lasting.putAll(lasting);
    return copy;
  }
}
