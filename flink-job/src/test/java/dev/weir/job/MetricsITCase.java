package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.WindowSpec;
import dev.weir.flow.Entry;
import dev.weir.flow.FlowRecord;
import dev.weir.job.operator.ShippedModel;
import dev.weir.job.source.FlowWatermarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.junit.jupiter.api.Test;

/** What the job shows of itself, as a reporter of metrics sees it. */
class MetricsITCase {

  private static final ShippedModel MODEL = SmallModel.shipped(WindowSpec.tumbling(60_000));
  private static final FlowWatermarks FILES = FlowWatermarks.ofFiles(30_000);

  /** Kafka's source has them; it is not here. */
  private static final Predicate<String> OF_KAFKA = name -> name.startsWith("weir.repaired.");

  /** Kinesis' source has these. */
  private static final Predicate<String> OF_KINESIS = name -> name.startsWith("weir.kinesis.");

  /** Without a file that is watched there are none. */
  private static final Predicate<String> OF_LISTS = name -> name.startsWith("weir.reputation_");

  @Test
  void whatIsRegisteredIsDocumentedAndTheOtherWayRound() throws Exception {
    Set<String> documented = documented();
    Set<String> registered =
        metrics(Flows.mixed(1, 500, 600_000)).keySet().stream()
            .map(name -> name.replaceAll("^.*(weir\\..*)$", "$1"))
            .map(name -> name.replaceAll("(dead_letters|ignored|set_aside|allowed)\\..*", "$1.*"))
            .collect(Collectors.toCollection(TreeSet::new));

    documented.removeIf(OF_KAFKA.or(OF_KINESIS).or(OF_LISTS));
    assertThat(registered).isEqualTo(documented);
  }

  @Test
  void scoresAndIncidentsAreMeasured() throws Exception {
    List<FlowRecord> flows = new ArrayList<>(Flows.at("a", 65_000, SmallModel.ALERTING_FLOWS));
    flows.addAll(Flows.at("b", 66_000, 2));
    flows.addAll(Flows.at("c", 2 * 3_600_000, 2));

    Map<String, Metric> metrics = metrics(flows);

    assertThat(counter(metrics, "below.0.50.weir.scores")).isEqualTo(2);
    assertThat(counter(metrics, "below.0.90.weir.scores")).isEqualTo(1);
    assertThat(counter(metrics, "below.1.00.weir.scores")).isZero();
    assertThat(gauge(metrics, "weir.incidents")).isEqualTo(1L);
    assertThat(gauge(metrics, "weir.incidents_open")).isEqualTo(0L);
    assertThat((Double) gauge(metrics, "quantity.flow_count.weir.drift")).isPositive();
    assertThat((Double) gauge(metrics, "quantity.score.weir.drift")).isNotNegative();
  }

  private static Set<String> documented() throws IOException {
    Matcher name =
        Pattern.compile("^\\| `(weir\\.[^`]+)`", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("../docs/metrics.md")));
    Set<String> names = new TreeSet<>();
    while (name.find()) {
      names.add(name.group(1).replaceAll("<.*>", "*"));
    }
    return names;
  }

  /** The job's own metrics by what follows the operator's scope, after the job's end. */
  private static Map<String, Metric> metrics(List<? extends Entry> entries) throws Exception {
    InMemoryReporter reporter = InMemoryReporter.createWithRetainedMetrics();
    Configuration reporting = reporter.addToConfiguration(new Configuration());
    Run run = Run.of(Traffic.ending(List.of(entries)), FILES, MODEL, 1, reporting, false);
    run.env().execute("test");
    Map<String, Metric> metrics = new HashMap<>();
    reporter
        .getMetricsByGroup()
        .forEach(
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
