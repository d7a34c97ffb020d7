package dev.weir.decode;

import dev.weir.flow.UsageException;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Under which names a log has its fields, as users and presets say it: {@code
 * dst_ip=dest_ip,packets=pkts_in+pkts_out,protocol=proto_number|proto}. Names joined by {@code +}
 * are added, as far as they have values; of names joined by {@code |} the first counts that has
 * one; no name at all takes a field away. A name may be quoted.
 */
public final class FieldMap implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Maps nothing. */
  static final FieldMap EMPTY = new FieldMap("", new EnumMap<>(FlowField.class));

  private final String text;

  /** For each field the ways to it, and for each way the names that are added. */
  private final EnumMap<FlowField, List<List<String>>> ways;

  private FieldMap(String text, EnumMap<FlowField, List<List<String>>> ways) {
    this.text = text;
    this.ways = ways;
  }

  /**
   * Reads a map.
   *
   * @throws UsageException where it names no field of Weir's, or a field twice
   */
  static FieldMap parse(String text) {
    return new FieldMap(text, new FieldMapParser(text).parse());
  }

  /** This map, and what a more general one says of fields that this one leaves out. */
  FieldMap over(FieldMap base) {
    EnumMap<FlowField, List<List<String>>> both = new EnumMap<>(base.ways);
    both.putAll(ways);
    return new FieldMap(text, both);
  }

  Set<FlowField> fields() {
    return ways.keySet();
  }

  /** The ways to a field of {@link #fields}. */
  List<List<String>> ways(FlowField field) {
    return ways.get(field);
  }

  boolean names(String column) {
    return ways.values().stream().flatMap(List::stream).anyMatch(way -> way.contains(column));
  }

  Map<FlowField, List<List<String>>> all() {
    return ways;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldMap that && ways.equals(that.ways);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ways);
  }

  /** The map as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
