package dev.weir.train.report;

import static dev.weir.flow.FlowRecord.ABSENT;

import dev.weir.flow.Action;
import dev.weir.flow.FlowRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How many flows lack which of the fields that a log may leave out. */
final class Absences {

  private static final Map<String, Predicate<FlowRecord>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("dst_ip", flow -> flow.dstIp().isEmpty());
    FIELDS.put("dst_port", flow -> flow.dstPort() == ABSENT);
    FIELDS.put("protocol", flow -> flow.protocol() == ABSENT);
    FIELDS.put("bytes_in", flow -> flow.bytesIn() == ABSENT);
    FIELDS.put("bytes_out", flow -> flow.bytesOut() == ABSENT);
    FIELDS.put("packets", flow -> flow.packets() == ABSENT);
    FIELDS.put("duration", flow -> !flow.timed());
    FIELDS.put("action", flow -> flow.action() == Action.UNKNOWN);
    FIELDS.put("response_code", flow -> flow.responseCode() == ABSENT);
    FIELDS.put("country", flow -> flow.country().isEmpty());
    FIELDS.put("rule_names", flow -> flow.ruleNames().isEmpty());
  }

  private final Map<String, Long> counts = new LinkedHashMap<>();

  Absences() {
    FIELDS.keySet().forEach(field -> counts.put(field, 0L));
  }

  void add(FlowRecord flow) {
    FIELDS.forEach(
        (field, absent) -> {
          if (absent.test(flow)) {
            counts.merge(field, 1L, Long::sum);
          }
        });
  }

  Map<String, Long> toMap() {
    return counts;
  }
}
