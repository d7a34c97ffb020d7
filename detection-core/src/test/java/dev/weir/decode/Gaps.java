package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.util.ArrayList;
import java.util.List;

/** Collects the gaps that a log tells of, and counts the other entries that are ignored. */
public final class Gaps implements EntryCollector {

  private final List<Gap> all = new ArrayList<>();
  private int ignored;

  /** In their order. */
  public List<Gap> all() {
    return all;
  }

  /** Those that tell of none. */
  public int ignored() {
    return ignored;
  }

  @Override
  public void gap(Gap gap) {
    all.add(gap);
  }

  @Override
  public void flow(FlowRecord flow) {}

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {}

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    throw new AssertionError(detail);
  }

  @Override
  public void ignored(Ignored reason) {
    ignored++;
  }
}
