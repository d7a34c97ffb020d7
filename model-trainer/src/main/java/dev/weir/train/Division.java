package dev.weir.train;

import dev.weir.decode.EntryCollector;
import dev.weir.decode.Repair;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.util.function.Predicate;

/** Sends flows that are held out to the trial, and all else to what is trained on. */
final class Division implements EntryCollector {

  private final Predicate<FlowRecord> isHeldOut;
  private final EntryCollector trained;
  private final EntryCollector tried;
  private String attack;

  Division(Predicate<FlowRecord> isHeldOut, EntryCollector trained, EntryCollector tried) {
    this.isHeldOut = isHeldOut;
    this.trained = trained;
    this.tried = tried;
  }

  @Override
  public void attack(String label) {
    attack = label;
  }

  @Override
  public void flow(FlowRecord flow) {
    EntryCollector side = isHeldOut.test(flow) ? tried : trained;
    if (attack != null) {
      side.attack(attack);
      attack = null;
    }
    side.flow(flow);
  }

  @Override
  public void repaired(Repair repair) {
    trained.repaired(repair);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    trained.setAside(reason, flow);
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    trained.deadLetter(reason, detail, buffer, offset, length);
  }

  @Override
  public void ignored(Ignored reason) {
    trained.ignored(reason);
  }

  @Override
  public void gap(Gap gap) {
    trained.gap(gap);
  }
}
