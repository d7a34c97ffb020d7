package dev.weir.train;

import dev.weir.decode.EntryCollector;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceVectors;
import dev.weir.file.LogSurvey;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import dev.weir.flow.UserException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** A sample of each day of a history, by UTC and the start of windows. */
final class DaySamples {

  /** Days are compared each with each, and kept in memory. */
  static final int MAX_DAYS = 31;

  /** Windows that are kept of a day. */
  private static final int DAY = 20_000;

  private final FitOptions options;
  private final SortedMap<LocalDate, Reservoir<FeatureVector>> days = new TreeMap<>();

  DaySamples(FitOptions options) {
    this.options = options;
  }

  /**
   * Reads files that were surveyed.
   *
   * @param progress is told the bytes read, over both passes
   */
  static DaySamples of(LogSurvey survey, FitOptions options, LongConsumer progress) {
    DaySamples samples = new DaySamples(options);
    Windower<?, ?, FeatureVector> windower =
        new Windower<>(
            new SourceVectors(options.window(), options.settings()),
            survey.disorder().maxMillis(),
            samples::add);
    survey.read(new Flows(windower), bytes -> progress.accept(survey.bytes() + bytes));
    windower.end();
    return samples;
  }

  void add(FeatureVector vector) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(vector.windowStart()), ZoneOffset.UTC);
    days.computeIfAbsent(day, this::reservoir).add(vector);
  }

  private Reservoir<FeatureVector> reservoir(LocalDate day) {
    if (days.size() == MAX_DAYS) {
      throw new UserException(
          String.format(
              "the history covers more than %d days (%s, …, %s, %s), which are too many for"
                  + " --day-matrix; name fewer files (--input)",
              MAX_DAYS, days.firstKey(), days.lastKey(), day));
    }
    return new Reservoir<>(
        Math.min(DAY, options.sampleSize()), Draws.SAMPLE.random(options.seed()));
  }

  /** Days that have windows, in order. */
  List<LocalDate> days() {
    return List.copyOf(days.keySet());
  }

  /** How many windows a day has. */
  long windows(LocalDate day) {
    return days.get(day).seen();
  }

  /** Windows of a day, at random. */
  List<FeatureVector> sample(LocalDate day) {
    return days.get(day).sample();
  }

  /** Passes flows on; whoever trains tells of the rest. */
  private record Flows(Windower<?, ?, ?> windower) implements EntryCollector {

    @Override
    public void flow(FlowRecord flow) {
      windower.add(flow);
    }

    @Override
    public void setAside(SetAside reason, FlowRecord flow) {}

    @Override
    public void deadLetter(
        DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {}

    @Override
    public void ignored(Ignored reason) {}
  }
}
