package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.junit.jupiter.api.Test;

/** Flink takes any key and is silent about those that it does not know. */
class FlinkSettingsTest {

  private static final Set<Class<?>> OPTIONS =
      Set.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          HeartbeatManagerOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          MetricOptions.class,
          RestOptions.class,
          RestartStrategyOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class,
          WebOptions.class);

  @Test
  void settingsOfTheContainersAreFlinks() throws Exception {
    assertThat(unknown(containers())).isEmpty();
  }

  @Test
  void settingsOnKubernetesAreFlinksOrTheOperators() throws Exception {
    Map<String, String> settings = kubernetes();
    settings.keySet().removeIf(key -> key.startsWith("kubernetes.operator."));

    assertThat(unknown(settings)).isEmpty();
  }

  @Test
  void metricsAreReportedAlikeAndJavaIsOpenedAlike() throws IOException {
    Map<String, String> containers = containers();
    Map<String, String> kubernetes = kubernetes();

    assertThat(reporting(kubernetes)).isEqualTo(reporting(containers)).hasSize(4);
    assertThat(kubernetes.get("env.java.opts.all"))
        .isEqualTo(containers.get("env.java.opts.all"))
        .contains("--add-opens=java.base/java.util=ALL-UNNAMED ");
  }

  /** As Flink reads them. */
  private static Map<String, String> containers() {
    Configuration configuration =
        GlobalConfiguration.loadConfiguration(
            DeployFiles.REPOSITORY.resolve("docker/job").toString());
    return new TreeMap<>(configuration.toMap());
  }

  private static Map<String, String> kubernetes() throws IOException {
    Map<String, String> settings = new TreeMap<>();
    for (Map.Entry<String, JsonNode> setting :
        DeployFiles.yaml("kubernetes/flinkdeployment.yaml")
            .at("/spec/flinkConfiguration")
            .properties()) {
      settings.put(setting.getKey(), setting.getValue().asText());
    }
    return settings;
  }

  private static Map<String, String> reporting(Map<String, String> settings) {
    Map<String, String> metrics = new TreeMap<>(settings);
    metrics.keySet().removeIf(key -> !key.startsWith("metrics."));
    return metrics;
  }

  private static Set<String> unknown(Map<String, String> settings) throws IllegalAccessException {
    Set<String> unknown = new TreeSet<>(settings.keySet());
    unknown.removeIf(key -> key.startsWith("metrics.reporter."));
    for (Class<?> options : OPTIONS) {
      for (Field field : options.getFields()) {
        if (field.getType() == ConfigOption.class) {
          unknown.remove(((ConfigOption<?>) field.get(null)).key());
        }
      }
    }
    return unknown;
  }
}
