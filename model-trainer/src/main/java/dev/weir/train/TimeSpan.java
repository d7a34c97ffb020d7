package dev.weir.train;

import dev.weir.decode.EntryCollector;
import dev.weir.file.LogSurvey;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;

/**
 * From the first flow of a history to its last; without flows the first lies after the last.
 *
 * @param first event time, epoch milliseconds
 * @param last event time, epoch milliseconds
 */
record TimeSpan(long first, long last) {

  /** Reads the history once more for it. */
  static TimeSpan of(LogSurvey survey) {
    Times times = new Times();
    survey.read(times, bytes -> {});
    return new TimeSpan(times.first, times.last);
  }

  /** The time when that share of the span has gone by. */
  long at(double share) {
    return first > last ? first : first + (long) (share * (last - first));
  }

  private static final class Times implements EntryCollector {
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    @Override
    public void flow(FlowRecord flow) {
      first = Math.min(first, flow.eventTime());
      last = Math.max(last, flow.eventTime());
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
