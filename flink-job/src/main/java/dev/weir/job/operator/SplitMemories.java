package dev.weir.job.operator;

import dev.weir.decode.RecentEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * The events remembered of each split, in union state: which subtask will read a split after a
 * restart is not known, so each gets all, and unpacks those of the splits that it meets. Those that
 * it does not meet it writes again only where the split's name falls to it, so that the state has
 * each split twice at most and a silent one is not forgotten. What has been silent for so long that
 * the others had {@value #PATIENCE} times as many events as are remembered is: shards end, and
 * others come.
 */
final class SplitMemories {

  private static final String STATE = "recent-events";
  private static final int PATIENCE = 100;

  private final int remembered;
  private final Map<String, Met> met = new HashMap<>();
  private final Map<String, Restored> restored = new HashMap<>();
  private ListState<byte[]> state;
  private TaskInfo task;

  /** Events of all splits that this subtask has asked about. */
  private long asked;

  /** The memory of a split that this subtask meets, and when it last did. */
  private static final class Met {
    private final RecentEvents events;
    private long lastAsked;

    Met(RecentEvents events) {
      this.events = events;
    }
  }

  /** A memory as bytes, which are a third of it: most are never needed here. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Restored(byte[] bytes, int from, long total) {}

  SplitMemories(int remembered) {
    this.remembered = remembered;
  }

  void initialize(FunctionInitializationContext context, TaskInfo info) throws Exception {
    task = info;
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(
                    STATE, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    for (byte[] bytes : state.get()) {
      ByteArrayInputStream in = new ByteArrayInputStream(bytes);
      String split = new DataInputStream(in).readUTF();
      int from = bytes.length - in.available();
      long total = RecentEvents.total(new DataInputStream(in));
      restored.merge(
          split, new Restored(bytes, from, total), (a, b) -> b.total() > a.total() ? b : a);
    }
  }

  /** What is remembered of a split. */
  RecentEvents of(String split) throws IOException {
    Met memory = met.get(split);
    if (memory == null) {
      Restored before = restored.remove(split);
      memory = new Met(before == null ? new RecentEvents(remembered) : unpack(before));
      met.put(split, memory);
    }
    memory.lastAsked = ++asked;
    return memory.events;
  }

  private RecentEvents unpack(Restored memory) throws IOException {
    int length = memory.bytes().length - memory.from();
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(memory.bytes(), memory.from(), length));
    RecentEvents events = RecentEvents.read(in, remembered);
    if (in.available() > 0) {
      throw new IOException("bytes follow the recent events of a split");
    }
    return events;
  }

  void snapshot() throws Exception {
    forget();
    List<byte[]> all = new ArrayList<>();
    for (Map.Entry<String, Met> memory : met.entrySet()) {
      all.add(bytes(memory.getKey(), memory.getValue().events));
    }
    restored.forEach(
        (split, memory) -> {
          if (isMine(split)) {
            all.add(memory.bytes());
          }
        });
    state.update(all);
  }

  private void forget() {
    long longAgo = asked - (long) PATIENCE * remembered;
    met.values().removeIf(memory -> memory.lastAsked < longAgo);
    if (longAgo > 0) {
      restored.clear();
    }
  }

  private boolean isMine(String split) {
    int owner = Math.floorMod(split.hashCode(), task.getNumberOfParallelSubtasks());
    return owner == task.getIndexOfThisSubtask();
  }

  private static byte[] bytes(String split, RecentEvents events) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(split);
    events.write(out);
    return bytes.toByteArray();
  }
}
