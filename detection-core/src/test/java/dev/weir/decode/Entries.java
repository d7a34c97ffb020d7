package dev.weir.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what a decoder makes of messages. */
public final class Entries implements EntryCollector {
  private final List<Entry> entries = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();

  /** The one entry that a decoder makes of a text, which lies in a larger buffer. */
  public static Entry of(FlowLogDecoder decoder, String message) {
    return of(decoder, message.getBytes(StandardCharsets.UTF_8));
  }

  public static Entry of(FlowLogDecoder decoder, byte[] message) {
    byte[] buffer = new byte[message.length + 5];
    Arrays.fill(buffer, (byte) '"');
    System.arraycopy(message, 0, buffer, 2, message.length);
    Entries entries = new Entries();
    decoder.decode(buffer, 2, message.length, entries);
    assertThat(entries.entries).hasSize(1);
    return entries.entries.get(0);
  }

  public static FlowRecord flow(FlowLogDecoder decoder, String message) {
    Entry entry = of(decoder, message);
    assertThat(entry).as(message).isInstanceOf(FlowRecord.class);
    return (FlowRecord) entry;
  }

  public static DeadLetter deadLetter(FlowLogDecoder decoder, String message) {
    Entry entry = of(decoder, message);
    assertThat(entry).as(message).isInstanceOf(DeadLetter.class);
    return (DeadLetter) entry;
  }

  public List<Entry> all() {
    return entries;
  }

  public List<Repair> repairs() {
    return repairs;
  }

  @Override
  public void repaired(Repair repair) {
    repairs.add(repair);
  }

  @Override
  public void flow(FlowRecord flow) {
    entries.add(flow);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {
    entries.add(reason);
  }

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {
    entries.add(DeadLetter.of(reason, detail, "test", FlowRecord.ABSENT, buffer, offset, length));
  }

  @Override
  public void ignored(Ignored reason) {
    entries.add(reason);
  }
}
