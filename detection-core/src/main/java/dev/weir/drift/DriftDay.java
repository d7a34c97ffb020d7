package dev.weir.drift;

import dev.weir.explain.Reason;
import dev.weir.feature.UnknownVersionException;
import dev.weir.finding.Detection;
import dev.weir.finding.DriftSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The last day's windows against those of training, looked at each hour. A quantity has drifted
 * where its stability index over a whole day is high for some hours on end: part of a day would
 * differ for its time of day alone. A feature has gone missing where the share of windows without
 * it has jumped for some hours, or, of one that many windows lack, hardly any has it any more. How
 * high, how far and how long is for {@link DriftSettings} to say. Mutable; not thread-safe.
 *
 * <p>An hour without windows is an hour of the day like any other: it adds nothing to what the day
 * has, and breaks off what only its own windows could say. A day that was silent for most of it is
 * none, since what is left differs for its time of day.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class DriftDay {

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

  private final TreeMap<Long, DriftCounts> hours = new TreeMap<>();

  private final HoursOnEnd lasting = new HoursOnEnd();

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
  public List<Detection> close(long hour, DriftBaseline baseline, DriftSettings settings) {
    forgetOthers(baseline.modelId());
    hours.headMap(hour - (HOURS - 1) * DriftCounts.HOUR).clear();
    DriftTold told = new DriftTold(settings, hour, baseline.modelId());
    boolean whole = isWhole(hour);
    double[] indices = indices(hour, baseline);
    List<Detection> found = new ArrayList<>();
    List<Reason> drifted = new ArrayList<>();
    for (int i = 0; i < baseline.size(); i++) {
      boolean much = whole && indices[i] >= settings.index();
      if (lasting.lasts(settings.drift(), baseline.name(i), much)) {
        drifted.add(DriftTold.reason(baseline.name(i), indices[i]));
      }
      if (baseline.isFeature(i)) {
        lookForMissing(i, hours.get(hour), baseline, told, found);
      }
    }
    if (!drifted.isEmpty()) {
      found.add(told.drifted(drifted));
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

  private static double missing(DriftCounts now, int feature) {
    if (now == null || now.windows() < LEAST_WINDOWS) {
      return Double.NaN;
    }
    long[] counts = now.of(feature);
    return counts[counts.length - 1] / (double) LongStream.of(counts).sum();
  }

  private void lookForMissing(
      int feature, DriftCounts now, DriftBaseline baseline, DriftTold told, List<Detection> found) {
    DriftSettings settings = told.settings();
    double missing = missing(now, feature);
    double before = baseline.missing(feature);
    boolean jump = isJump(before, missing, settings.jump());
    if (lasting.lasts(settings.missing(), baseline.name(feature), jump)) {
      found.add(told.missing(baseline.name(feature), missing, before));
    }
  }

  static boolean isJump(double before, double missing, double least) {
    return before <= OFTEN_MISSING
        ? missing - before >= least
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

  /** Writes the version and every hour. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(since);
    out.writeByte(hours.size());
    for (DriftCounts counts : hours.values()) {
      counts.write(out);
    }
    lasting.write(out);
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
    read.lasting.readFrom(in);
    return read;
  }

  /** An equal one of its own. */
  public DriftDay copy() {
    DriftDay copy = new DriftDay();
    hours.values().forEach(copy::add);
    copy.since = since;
    copy.lasting.take(lasting);
    return copy;
  }
}
