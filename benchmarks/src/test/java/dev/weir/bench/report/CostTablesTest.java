package dev.weir.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class CostTablesTest {

  private static JsonNode row(double micros, long windows) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("cpu_us_per_record", micros)
        .put("records", 1000)
        .put("windows", windows);
  }

  /** 2 µs a flow and 10 µs a window. */
  @Test
  void twoLoadsTellFlowsFromWindows() {
    CostTables.Cost cost = CostTables.Cost.of(row(2.1, 10), row(12, 1000));

    assertThat(cost.perFlow()).isCloseTo(2, within(1e-9));
    assertThat(cost.perWindow()).isCloseTo(10, within(1e-9));
  }

  @Test
  void whatWasNotMeasuredHasNoCost() {
    JsonNode none = JsonNodeFactory.instance.missingNode();

    assertThat(CostTables.Cost.of(none, row(1, 1)).perFlow()).isNaN();
  }
}
