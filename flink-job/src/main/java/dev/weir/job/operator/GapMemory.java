package dev.weir.job.operator;

import dev.weir.alert.BlindSpots;
import dev.weir.alert.BlindTimes;
import dev.weir.flow.Gap;
import dev.weir.job.types.WireType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Remembers what was not seen for as long as an incident may ask for it, for a bounded number of
 * spots: what goes beyond counts for all incidents.
 */
final class GapMemory {

  /** By the name of a spot: the same in every subtask. */
  static final MapStateDescriptor<String, BlindTimes> STATE =
      new MapStateDescriptor<>("gaps", Types.STRING, WireType.BLIND_TIMES.<BlindTimes>info());

  /** As many as there are interfaces in a large account. */
  static final int MOST_SPOTS = 20_000;

  private final long asked;
  private final int most;
  private long sweepBeyond = Long.MIN_VALUE;

  /** How many spots there are; unknown at first. */
  private int spots = -1;

  /**
   * Forgets a gap that ended so long ago.
   *
   * @param asked milliseconds of event time
   * @param most how many spots there are at most, but for those that stand for all
   */
  GapMemory(long asked, int most) {
    this.asked = asked;
    this.most = most;
  }

  /** Takes a gap in. */
  void take(Gap gap, BroadcastState<String, BlindTimes> state, long watermark) throws Exception {
    long until = watermark < Long.MIN_VALUE + asked ? Long.MIN_VALUE : watermark - asked;
    if (spots < 0 || until > sweepBeyond) {
      sweep(state, until);
      sweepBeyond = until + asked;
    }
    for (String spot : BlindSpots.of(gap)) {
      if (spots >= most && !state.contains(spot)) {
        for (String all : BlindSpots.EVERYWHERE) {
          add(gap, all, state);
        }
      } else {
        add(gap, spot, state);
      }
    }
  }

  private void add(Gap gap, String spot, BroadcastState<String, BlindTimes> state)
      throws Exception {
    BlindTimes times = state.get(spot);
    if (times == null) {
      times = new BlindTimes();
      spots++;
    }
    times.add(gap.start(), gap.end());
    state.put(spot, times);
  }

  private void sweep(BroadcastState<String, BlindTimes> state, long until) throws Exception {
    List<String> over = new ArrayList<>();
    spots = 0;
    for (Map.Entry<String, BlindTimes> entry : state.entries()) {
      entry.getValue().forget(until);
      if (entry.getValue().isEmpty()) {
        over.add(entry.getKey());
      } else {
        spots++;
      }
    }
    for (String spot : over) {
      state.remove(spot);
    }
  }

  /** Which times were not seen at a spot; null where all were. */
  static BlindTimes at(String spot, ReadOnlyBroadcastState<String, BlindTimes> state) {
    try {
      return state.get(spot);
    } catch (Exception e) {
      throw new IllegalStateException("reading what is in memory", e);
    }
  }
}
