package dev.weir.train.report;

import dev.weir.feature.Feature;
import dev.weir.model.ScoredWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Windows by time: over the whole history, and by hour of the day and day of the week. */
final class Timeline {

  private static final int MOST_BINS = 240;
  private static final int DAYS = 7;
  private static final int HOURS = 24;

  private final long first;
  private final long length;
  private final Bin[] bins;
  private final long[][] flows = new long[DAYS][HOURS];
  private final long[][] anomalous = new long[DAYS][HOURS];

  /** Bins are whole windows, no more of them than a chart can show. */
  Timeline(long firstEventTime, long lastEventTime, long slide) {
    first = Math.floorDiv(firstEventTime, slide) * slide;
    long windows = Math.floorDiv(lastEventTime - first, slide) + 1;
    length = slide * Math.max(1, -Math.floorDiv(-windows, MOST_BINS));
    bins = new Bin[(int) Math.floorDiv(lastEventTime - first, length) + 1];
    for (int i = 0; i < bins.length; i++) {
      bins[i] = new Bin();
    }
  }

  void add(ScoredWindow window, PortCounts ports) {
    long start = window.vector().windowStart();
    long count = (long) window.vector().value(Feature.FLOW_COUNT);
    boolean strange = window.label() == ScoredWindow.ANOMALOUS;
    ZonedDateTime time = Instant.ofEpochMilli(start).atZone(ZoneOffset.UTC);
    int day = time.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
    flows[day][time.getHour()] += count;
    anomalous[day][time.getHour()] += strange ? 1 : 0;
    long at = Math.floorDiv(start - first, length);
    bins[(int) Math.max(0, Math.min(at, bins.length - 1))].add(window, count, strange, ports);
  }

  Rhythm rhythm() {
    return new Rhythm(flows, anomalous);
  }

  List<Moment> moments() {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < bins.length; i++) {
      moments.add(bins[i].toMoment(Instant.ofEpochMilli(first + i * length).toString()));
    }
    return moments;
  }

  long length() {
    return length;
  }

  /**
   * Flows and anomalous windows by day of the week, Monday first, and hour, UTC.
   *
   * @param flows by day, then hour
   * @param anomalousWindows likewise
   */
  record Rhythm(long[][] flows, long[][] anomalousWindows) {}

  /**
   * One bin of the history.
   *
   * @param meanScore NaN where there was no window, as the highest
   */
  record Moment(
      String start,
      long flows,
      long windows,
      long anomalous,
      long alerting,
      double meanScore,
      double maxScore,
      long sshFlows,
      long rdpFlows) {}

  /** Sums of a bin. */
  private static final class Bin {
    private static final int SSH = 22;
    private static final int RDP = 3389;

    private long flows;
    private long windows;
    private long anomalous;
    private long alerting;
    private double scores;
    private double max = Double.NaN;
    private long ssh;
    private long rdp;

    void add(ScoredWindow window, long count, boolean strange, PortCounts ports) {
      flows += count;
      windows++;
      anomalous += strange ? 1 : 0;
      alerting += window.alerting() ? 1 : 0;
      scores += window.score();
      max = Double.isNaN(max) ? window.score() : Math.max(max, window.score());
      ssh += ports.of(SSH);
      rdp += ports.of(RDP);
    }

    Moment toMoment(String start) {
      return new Moment(
          start, flows, windows, anomalous, alerting, scores / windows, max, ssh, rdp);
    }
  }
}
