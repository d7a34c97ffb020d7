package dev.weir.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.bench.Machine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Machine MACHINE =
      new Machine(LocalDate.of(2026, 11, 23), "a CPU", 2, 24_000, "17.0.1", 3072);

  private static Measurement run(double seconds) {
    return new Measurement(
        1000, seconds, 0.004, 0.001, 7, 500, 3, List.of(new Measurement.Checkpoint(90, 80, 70)));
  }

  private static ObjectNode figures() {
    Plan plan =
        new Plan(
            Workload.of(1000, 1),
            List.of(Configuration.DISCARD, Configuration.IDENTITY, Configuration.JSON_HEAP),
            3,
            2,
            4,
            true,
            30);
    return new Report(
            plan,
            MACHINE,
            Map.of(FlowText.JSON, 340.25),
            Map.of(
                Configuration.DISCARD, List.of(run(1), run(1), run(4)),
                Configuration.IDENTITY, List.of(run(2), run(8), run(8)),
                Configuration.JSON_HEAP, List.of(run(4), run(4), run(4))),
            Map.of(
                Configuration.JSON_HEAP,
                new Probe.State(10, 6000, new Measurement.Checkpoint(1, 2, 3))),
            Map.of(
                Configuration.JSON_HEAP,
                new Latency.Seen(125, 4, new long[] {1, 2, 3, 100}, List.of())))
        .figures();
  }

  @Test
  void isOneObjectKeyedByConfiguration() {
    assertThat(figures().fieldNames())
        .toIterable()
        .containsExactly("discard", "identity", "json_heap");
  }

  @Test
  void everyConfigurationHasEveryFigure() {
    for (JsonNode row : figures()) {
      assertThat(row.fieldNames())
          .toIterable()
          .contains(
              "records_per_second",
              "cpu_us_per_record",
              "windows_per_second",
              "ratio_to_identity",
              "ratio_to_discard",
              "state_bytes_per_source",
              "checkpoint_size_bytes",
              "checkpoint_duration_ms",
              "alert_latency_ms_p50",
              "alert_latency_ms_p99",
              "gc_time_ms",
              "rounds",
              "measured");
    }
  }

  @Test
  void ratiosAreTakenWithinRounds() {
    JsonNode job = figures().path("json_heap");

    assertThat(job.path("records_per_second").asDouble()).isEqualTo(250);
    assertThat(job.path("ratio_to_identity").asDouble()).isEqualTo(2);
    assertThat(job.path("ratio_to_discard").asDouble()).isEqualTo(0.25);
  }

  @Test
  void whatHasNoSuchFigureHasNull() {
    JsonNode identity = figures().path("identity");

    assertThat(identity.path("windows_per_second").isNull()).isTrue();
    assertThat(identity.path("state_bytes_per_source").isNull()).isTrue();
    assertThat(identity.path("alert_latency_ms_p99").isNull()).isTrue();
    assertThat(identity.path("ratio_to_consumer").isNull()).isTrue();
  }

  @Test
  void figuresAreInTheUnitsThatTheirNamesSay() {
    JsonNode job = figures().path("json_heap");

    assertThat(job.path("cpu_us_per_record").asDouble()).isEqualTo(4);
    assertThat(job.path("broker_cpu_us_per_record").asDouble()).isEqualTo(1);
    assertThat(job.path("windows_per_second").asDouble()).isEqualTo(125);
    assertThat(job.path("state_bytes_per_source").asDouble()).isEqualTo(600);
    assertThat(job.path("checkpoint_size_bytes").asDouble()).isEqualTo(90);
    assertThat(job.path("alert_latency_ms_p50").asDouble()).isEqualTo(2);
    assertThat(job.path("alert_latency_ms_p99").asDouble()).isEqualTo(100);
  }

  @Test
  void saysWhatItWasMeasuredOn() {
    JsonNode measured = figures().path("json_heap").path("measured");

    assertThat(measured.path("date").asText()).isEqualTo("2026-11-23");
    assertThat(measured.path("cpu").asText()).isEqualTo("a CPU");
    assertThat(measured.path("cores").asInt()).isEqualTo(2);
    assertThat(measured.path("memory_mib").asInt()).isEqualTo(24_000);
    assertThat(measured.path("jdk").asText()).isEqualTo("17.0.1");
    assertThat(measured.path("max_heap_mib").asInt()).isEqualTo(3072);
  }
}
