package dev.weir.decode;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The columns of a Zeek log.
 *
 * @param names in order
 * @param required how many of them every line has
 */
record ZeekColumns(List<String> names, int required) implements Serializable {

  /** The log that holds flows. */
  static final String CONN = "conn";

  /** What Weir's fields are called there. */
  static final String MAP =
      "src_ip=id.orig_h,dst_ip=id.resp_h,src_port=id.orig_p,dst_port=id.resp_p,protocol=proto,"
          + "bytes_in=orig_bytes,bytes_out=resp_bytes,packets=orig_pkts+resp_pkts,start=ts,"
          + "duration=duration,conn_state=conn_state";

  /** The conn log's, of which the last came with Zeek 7.1. */
  static final ZeekColumns DEFAULT =
      new ZeekColumns(
          List.of(
              "ts",
              "uid",
              "id.orig_h",
              "id.orig_p",
              "id.resp_h",
              "id.resp_p",
              "proto",
              "service",
              "duration",
              "orig_bytes",
              "resp_bytes",
              "conn_state",
              "local_orig",
              "local_resp",
              "missed_bytes",
              "history",
              "orig_pkts",
              "orig_ip_bytes",
              "resp_pkts",
              "resp_ip_bytes",
              "tunnel_parents",
              "ip_proto"),
          21);

  ZeekColumns {
    names = List.copyOf(names);
  }

  static ZeekColumns of(List<String> names) {
    return new ZeekColumns(names, names.size());
  }

  /** Whether a line can be a flow: without time or source none is. */
  boolean areOfFlows() {
    return names.contains("ts") && names.contains("id.orig_h");
  }

  boolean fits(int cells) {
    return cells >= required && cells <= names.size();
  }

  /** Where the value of each column goes. */
  Slot[][] slots(FieldPlan plan) {
    return names.stream().map(plan::slots).toArray(Slot[][]::new);
  }

  /** The names as the option takes them. */
  @Override
  public String toString() {
    return String.join(" ", names);
  }

  /** Takes names with blanks, tabs or commas between them. */
  static final class Converter implements ITypeConverter<ZeekColumns> {
    @Override
    public ZeekColumns convert(String value) {
      List<String> names = new ArrayList<>();
      int from = 0;
      for (int i = 0; i <= value.length(); i++) {
        if (i == value.length() || value.charAt(i) == ',' || FieldText.isBlank(value.charAt(i))) {
          if (i > from) {
            names.add(value.substring(from, i));
          }
          from = i + 1;
        }
      }
      ZeekColumns columns = ZeekColumns.of(names);
      if (!columns.areOfFlows()) {
        throw new TypeConversionException(
            "there is no flow without ts and id.orig_h; give the names that #fields lists");
      }
      return columns;
    }
  }
}
