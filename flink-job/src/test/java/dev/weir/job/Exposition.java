package dev.weir.job;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.prometheus.PrometheusReporter;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.FrontMetricGroup;
import org.apache.flink.runtime.metrics.groups.ReporterScopedSettings;

/** What Flink's reporter for Prometheus makes of metrics, as Prometheus gets it. */
record Exposition(List<String> lines) {

  /** Of what a job had registered, with the reporter's settings of docker/. */
  static Exposition of(Map<MetricGroup, Map<String, Metric>> registered)
      throws IOException, InterruptedException {
    int port = freePort();
    MetricConfig settings = new MetricConfig();
    settings.setProperty("port", Integer.toString(port));
    settings.setProperty("filterLabelValueCharacters", "false");
    PrometheusReporter reporter = new PrometheusReporterFactory().createMetricReporter(settings);
    reporter.open(settings);
    try {
      registered.forEach(
          (group, named) ->
              named.forEach(
                  (name, metric) -> reporter.notifyOfAddedMetric(metric, name, scoped(group))));
      URI address = URI.create("http://localhost:" + port + "/metrics");
      String body =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
              .body();
      return new Exposition(body.lines().toList());
    } finally {
      reporter.close();
    }
  }

  /** As a reporter gets it. */
  private static MetricGroup scoped(MetricGroup group) {
    return new FrontMetricGroup<>(
        new ReporterScopedSettings<>(0, '.', null, Set.of(), Map.of()),
        (AbstractMetricGroup<?>) group);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The names of all series. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String line : lines) {
      if (!line.startsWith("#")) {
        names.add(line.split("[{ ]", 2)[0]);
      }
    }
    return names;
  }

  /** Whether there is a series of that name with that label. */
  boolean has(String name, String label, String value) {
    return lines.stream()
        .anyMatch(
            line -> line.startsWith(name + '{') && line.contains(label + "=\"" + value + '"'));
  }
}
