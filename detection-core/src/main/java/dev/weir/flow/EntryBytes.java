package dev.weir.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries as bytes between the tasks of one running job; nothing of it outlives the job, so that it
 * carries no version of its own.
 */
public final class EntryBytes {

  private static final int FLOW = 0;
  private static final int DEAD_LETTER = 1;
  private static final int IGNORED = 2;
  private static final int SET_ASIDE = 3;
  private static final int DELIVERED = 4;
  private static final int GAP = 5;

  private static final Side[] SIDES = Side.values();
  private static final Sight[] SIGHTS = Sight.values();
  private static final Action[] ACTIONS = Action.values();
  private static final Ignored[] IGNORED_REASONS = Ignored.values();
  private static final SetAside[] SET_ASIDE_REASONS = SetAside.values();
  private static final DeadLetterReason[] REASONS = DeadLetterReason.values();

  private EntryBytes() {}

  /** Writes any entry, its kind first. */
  public static void write(Entry entry, DataOutput out) throws IOException {
    if (entry instanceof FlowRecord flow) {
      out.writeByte(FLOW);
      writeFlow(flow, out);
    } else if (entry instanceof DeliveredFlow delivered) {
      out.writeByte(DELIVERED);
      out.writeUTF(delivered.split());
      out.writeLong(delivered.event());
      writeFlow(delivered.flow(), out);
    } else if (entry instanceof DeadLetter letter) {
      out.writeByte(DEAD_LETTER);
      writeDeadLetter(letter, out);
    } else if (entry instanceof SetAside reason) {
      out.writeByte(SET_ASIDE);
      out.writeByte(reason.ordinal());
    } else if (entry instanceof Gap gap) {
      out.writeByte(GAP);
      writeGap(gap, out);
    } else {
      out.writeByte(IGNORED);
      out.writeByte(((Ignored) entry).ordinal());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Entry read(DataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case FLOW -> readFlow(in);
      case DEAD_LETTER -> readDeadLetter(in);
      case IGNORED -> one(IGNORED_REASONS, in);
      case DELIVERED -> new DeliveredFlow(in.readUTF(), in.readLong(), readFlow(in));
      case SET_ASIDE -> one(SET_ASIDE_REASONS, in);
      case GAP -> readGap(in);
      default -> throw new IOException("an entry of unknown kind " + kind);
    };
  }

  /** Writes a flow. */
  public static void writeFlow(FlowRecord flow, DataOutput out) throws IOException {
    out.writeUTF(flow.scope());
    out.writeUTF(flow.source());
    out.writeUTF(flow.srcIp());
    out.writeUTF(flow.dstIp());
    out.writeInt(flow.srcPort());
    out.writeInt(flow.dstPort());
    out.writeShort(flow.protocol());
    out.writeShort(flow.tcpFlags());
    out.writeLong(flow.bytesIn());
    out.writeLong(flow.bytesOut());
    out.writeLong(flow.packets());
    out.writeLong(flow.start());
    out.writeLong(flow.end());
    out.writeBoolean(flow.timed());
    out.writeByte(flow.side().ordinal());
    out.writeByte(flow.sight().ordinal());
    out.writeByte(flow.action().ordinal());
    out.writeInt(flow.responseCode());
    out.writeUTF(flow.country());
    out.writeByte(flow.ruleNames().size());
    for (String rule : flow.ruleNames()) {
      out.writeUTF(rule);
    }
    flow.truth().write(out);
  }

  /** Reads what {@link #writeFlow} wrote. */
  public static FlowRecord readFlow(DataInput in) throws IOException {
    return new FlowRecord(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        in.readShort(),
        in.readShort(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readBoolean(),
        one(SIDES, in),
        one(SIGHTS, in),
        one(ACTIONS, in),
        in.readInt(),
        in.readUTF(),
        readRules(in),
        Truth.read(in));
  }

  private static List<String> readRules(DataInput in) throws IOException {
    int size = in.readUnsignedByte();
    if (size == 0) {
      return List.of();
    }
    check("rules", size, FlowRecord.MAX_RULES);
    List<String> rules = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      rules.add(in.readUTF());
    }
    return rules;
  }

  /** Writes a dead letter. */
  public static void writeDeadLetter(DeadLetter letter, DataOutput out) throws IOException {
    out.writeByte(letter.reason().ordinal());
    out.writeUTF(letter.detail());
    out.writeUTF(letter.origin());
    out.writeLong(letter.receivedTime());
    out.writeInt(letter.payload().length);
    out.write(letter.payload());
    out.writeBoolean(letter.truncated());
  }

  /** Reads what {@link #writeDeadLetter} wrote. */
  public static DeadLetter readDeadLetter(DataInput in) throws IOException {
    DeadLetterReason reason = one(REASONS, in);
    String detail = in.readUTF();
    String origin = in.readUTF();
    long receivedTime = in.readLong();
    int length = in.readInt();
    check("bytes of payload", length, DeadLetter.MAX_PAYLOAD);
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new DeadLetter(reason, detail, origin, receivedTime, payload, in.readBoolean());
  }

  /** Writes a gap. */
  public static void writeGap(Gap gap, DataOutput out) throws IOException {
    out.writeUTF(gap.scope());
    out.writeByte(gap.addresses().size());
    for (String address : gap.addresses()) {
      out.writeUTF(address);
    }
    out.writeLong(gap.start());
    out.writeLong(gap.end());
  }

  /** Reads what {@link #writeGap} wrote. */
  public static Gap readGap(DataInput in) throws IOException {
    String scope = in.readUTF();
    int size = in.readUnsignedByte();
    check("addresses", size, Gap.MOST_ADDRESSES);
    List<String> addresses = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      addresses.add(in.readUTF());
    }
    long start = in.readLong();
    long end = in.readLong();
    if (start >= end) {
      throw new IOException("from " + start + " to " + end + ": these bytes are not of an entry");
    }
    return new Gap(scope, addresses, start, end);
  }

  private static <T> T one(T[] values, DataInput in) throws IOException {
    int index = in.readUnsignedByte();
    check("as an index", index, values.length - 1);
    return values[index];
  }

  private static void check(String what, int found, int max) throws IOException {
    if (found < 0 || found > max) {
      throw new IOException(found + " " + what + ": these bytes are not of an entry");
    }
  }
}
