package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.WindowSpec;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.operator.MetricCatalogue;
import dev.weir.job.operator.MetricInfo;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.source.FlowWatermarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the job shows of itself, as a reporter of metrics sees it. */
class MetricsITCase {

  private static final ShippedModel MODEL = SmallModel.shipped(WindowSpec.tumbling(60_000));
  private static final FlowWatermarks FILES = FlowWatermarks.ofFiles(30_000);

  /** Kafka's source and Kinesis' have them; neither is here. */
  private static final Predicate<String> OF_SOURCES =
      name -> name.endsWith("weir_repaired") || name.contains("weir_kinesis_");

  /** Without a file that is watched there are none. */
  private static final Predicate<String> OF_LISTS = name -> name.contains("weir_reputation_");

  private static Map<MetricGroup, Map<String, Metric>> registered;

  @BeforeAll
  static void runAJob() throws Exception {
    registered = run(alertingFlows());
  }

  @Test
  void prometheusSeesWhatTheCatalogueHasAndTheOtherWayRound() throws Exception {
    Exposition seen = Exposition.of(registered);
    Set<String> catalogued = names(MetricCatalogue.all());
    catalogued.removeIf(OF_SOURCES.or(OF_LISTS));

    assertThat(seen.names().stream().filter(name -> name.contains("_weir_")))
        .containsExactlyInAnyOrderElementsOf(catalogued);
    assertThat(seen.names()).containsAll(names(MetricCatalogue.flink()));
    String operator = "flink_taskmanager_job_task_operator_";
    assertThat(seen.has(operator + "below_weir_scores", "below", "0.95")).isTrue();
    assertThat(seen.has(operator + "le_weir_alert_delay", "le", "+Inf")).isTrue();
    assertThat(seen.has(operator + "reason_weir_dead_letters", "reason", "bad-time")).isTrue();
    assertThat(
            seen.has(operator + "finding_country_weir_incidents_by_finding", "country", "unknown"))
        .isTrue();
  }

  @Test
  void scoresAndIncidentsAreMeasured() throws Exception {
    Map<String, Metric> metrics = metrics();

    assertThat(counter(metrics, "below.0.50.weir.scores")).isEqualTo(2);
    assertThat(counter(metrics, "below.0.90.weir.scores")).isEqualTo(1);
    assertThat(counter(metrics, "below.1.00.weir.scores")).isZero();
    assertThat(gauge(metrics, "weir.incidents")).isEqualTo(1L);
    assertThat(gauge(metrics, "weir.incidents_open")).isEqualTo(0L);
    assertThat(counter(metrics, "country.unknown.weir.incidents_by_finding")).isEqualTo(1);
    assertThat(counter(metrics, "le.3600.weir.alert_delay")).isEqualTo(1);
    assertThat(counter(metrics, "le.+Inf.weir.alert_delay")).isEqualTo(1);
    assertThat(gauge(metrics, "model." + MODEL.model().id() + ".weir.model_history_end"))
        .isEqualTo(MODEL.model().statistics().lastEventTime() / 1_000);
    assertThat((Double) gauge(metrics, "quantity.flow_count.weir.drift")).isPositive();
    assertThat((Double) gauge(metrics, "quantity.score.weir.drift")).isNotNegative();
  }

  private static Set<String> names(List<MetricInfo> metrics) {
    return metrics.stream()
        .map(MetricInfo::prometheus)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<FlowRecord> alertingFlows() {
    List<FlowRecord> flows = new ArrayList<>(Flows.at("a", 65_000, SmallModel.ALERTING_FLOWS));
    flows.addAll(Flows.at("b", 66_000, 2));
    flows.addAll(Flows.at("c", 2 * 3_600_000, 2));
    return flows;
  }

  /** What a job over these flows has registered: the reporter forgets it a while after its end. */
  private static Map<MetricGroup, Map<String, Metric>> run(List<? extends Entry> entries)
      throws Exception {
    InMemoryReporter reporter = InMemoryReporter.createWithRetainedMetrics();
    Configuration reporting = reporter.addToConfiguration(new Configuration());
    Run run = Run.of(Traffic.ending(List.of(entries)), FILES, MODEL, 1, reporting, false);
    run.env().enableCheckpointing(60_000);
    run.env().execute("test");
    Map<MetricGroup, Map<String, Metric>> seen = new HashMap<>();
    reporter.getMetricsByGroup().forEach((group, named) -> seen.put(group, Map.copyOf(named)));
    return seen;
  }

  /** The job's own metrics by what follows the operator's scope. */
  private static Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new HashMap<>();
    registered.forEach(
        (group, named) ->
            named.forEach(
                (name, metric) -> {
                  if (name.startsWith("weir.")) {
                    metrics.put(group.getMetricIdentifier(name), metric);
                  }
                }));
    return metrics;
  }

  private static long counter(Map<String, Metric> metrics, String end) {
    return ((Counter) only(metrics, end)).getCount();
  }

  private static Object gauge(Map<String, Metric> metrics, String end) {
    return ((Gauge<?>) only(metrics, end)).getValue();
  }

  private static Metric only(Map<String, Metric> metrics, String end) {
    List<String> names = metrics.keySet().stream().filter(name -> name.endsWith(end)).toList();
    assertThat(names).as(end).hasSize(1);
    return metrics.get(names.get(0));
  }
}
