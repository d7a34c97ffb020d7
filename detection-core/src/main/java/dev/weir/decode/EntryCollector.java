package dev.weir.decode;

import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;

/** Takes what a decoder makes of a message: a call for each entry in it. */
public interface EntryCollector {

  /**
   * Says which event of an envelope the entries that follow come from.
   *
   * @param event null where they come from the message as a whole
   */
  default void event(LogEvent event) {}

  /** A sound flow. */
  void flow(FlowRecord flow);

  /**
   * A sound flow that must not be counted.
   *
   * @param flow for tools that show it; whoever counts needs the reason only
   */
  void setAside(SetAside reason, FlowRecord flow);

  /**
   * Something about the flow that follows was mended on reading it; each kind once a flow. Nobody
   * who counts entries needs it.
   */
  default void repaired(Repair repair) {}

  /**
   * The flow that follows is labelled an attack, by this label. Nobody needs it but who evaluates.
   */
  default void attack(String label) {}

  /**
   * An entry that is none.
   *
   * @param detail for a person; never the whole payload
   * @param buffer holds the entry's bytes from {@code offset}; the caller may reuse it afterwards
   */
  void deadLetter(DeadLetterReason reason, String detail, byte[] buffer, int offset, int length);

  /** An entry that rightly holds no flow. */
  void ignored(Ignored reason);

  /**
   * An entry ignored as {@link Ignored#SKIP_DATA} that tells when and where flows were lost; for
   * whoever does not ask it is like any other.
   */
  default void gap(Gap gap) {
    ignored(Ignored.SKIP_DATA);
  }
}
