package dev.weir.job;

import dev.weir.job.operator.MetricCatalogue;
import dev.weir.job.operator.MetricInfo;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the tables of docs/metrics.md from the catalogue; the text around them stays. */
final class MetricsPage {

  private static final String HEAD =
      """
      | name | in Prometheus | kind | unit | labels | what it says | of |
      |---|---|---|---|---|---|---|
      """;

  private MetricsPage() {}

  /** The same page with its tables as the catalogue has them. */
  static String render(String page) {
    String counts = with(page, "counts", MetricCatalogue.counts());
    String measures = with(counts, "measures", MetricCatalogue.measures());
    String kinesis = with(measures, "kinesis", MetricCatalogue.kinesis());
    return with(kinesis, "flink", MetricCatalogue.flink());
  }

  private static String with(String page, String table, List<MetricInfo> metrics) {
    String begin = "<!-- metrics:" + table + " -->\n";
    String end = "<!-- metrics:end -->";
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end, from);
    if (from < begin.length() || to < 0) {
      throw new AssertionError("the page has no place for the table '" + table + "'");
    }
    String rows = metrics.stream().map(MetricsPage::row).collect(Collectors.joining());
    return page.substring(0, from) + HEAD + rows + page.substring(to);
  }

  private static String row(MetricInfo metric) {
    String labels =
        metric.labels().stream().map(label -> '`' + label + '`').collect(Collectors.joining(", "));
    return String.format(
        "| `%s` | `%s` | %s | %s | %s | %s | %s |%n",
        metric.name(),
        metric.prometheus(),
        metric.kind(),
        metric.unit(),
        labels,
        metric.description(),
        metric.where());
  }
}
