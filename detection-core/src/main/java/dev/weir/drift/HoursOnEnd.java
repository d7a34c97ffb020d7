package dev.weir.drift;

import dev.weir.finding.ModelFinding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** For how many hours on end each finding has held of each quantity. Mutable; not thread-safe. */
final class HoursOnEnd {

  /** By finding and quantity; none of 0. */
  private final Map<String, Integer> hours = new TreeMap<>();

  /**
   * Takes the next hour.
   *
   * @param now whether the finding holds in it
   * @return whether it has held for as long as it asks for
   */
  boolean lasts(ModelFinding finding, String quantity, boolean now) {
    String key = finding.id() + ' ' + quantity;
    if (!now) {
      hours.remove(key);
      return false;
    }
    return hours.merge(key, 1, Integer::sum) >= finding.hours();
  }

  void clear() {
    hours.clear();
  }

  /** Adds what another has. */
  void take(HoursOnEnd other) {
    hours.putAll(other.hours);
  }

  void write(DataOutput out) throws IOException {
    out.writeShort(hours.size());
    for (Map.Entry<String, Integer> entry : hours.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue());
    }
  }

  /** Adds what {@link #write} wrote. */
  void readFrom(DataInput in) throws IOException {
    int entries = in.readUnsignedShort();
    for (int i = 0; i < entries; i++) {
      hours.put(in.readUTF(), in.readInt());
    }
  }
}
