package dev.weir.job.operator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A metric as documents, alert rules and dashboards know it.
 *
 * @param scope of what Flink has it, as its reporter for Prometheus writes that
 * @param name as Flink has it
 * @param kind counter or gauge
 * @param unit of what
 * @param labels that tell series of the name apart, beside those that Flink gives to each
 * @param where the operators that have it
 * @param description what it says, without a full stop
 */
public record MetricInfo(
    String scope,
    String name,
    String kind,
    String unit,
    List<String> labels,
    String where,
    String description) {

  /** Keeps a list of its own. */
  public MetricInfo {
    labels = List.copyOf(labels);
  }

  /**
   * What Flink's reporter for Prometheus calls it: the names of its labels stand in the scope too.
   */
  public String prometheus() {
    return Stream.of(Stream.of(scope), labels.stream(), Stream.of(name.replace('.', '_')))
        .flatMap(part -> part)
        .collect(Collectors.joining("_"));
  }
}
