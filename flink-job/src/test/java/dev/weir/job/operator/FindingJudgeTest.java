package dev.weir.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.finding.Detection;
import dev.weir.finding.Detector;
import dev.weir.finding.FindingOptions;
import dev.weir.finding.Kind;
import dev.weir.finding.Reputation;
import dev.weir.job.Found;
import dev.weir.job.SmallModel;
import dev.weir.job.types.WireType;
import dev.weir.model.ScoredWindow;
import dev.weir.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingJudgeTest {

  @TempDir private Path folder;
  private Path list;

  @BeforeEach
  void write() throws IOException {
    list = folder.resolve("feed");
    Files.writeString(list, "203.0.113.0/24 botnet\n");
  }

  @Test
  void whoIsAllowListedIsCountedAndNotPassedOn() throws Exception {
    try (var judge = judge(rules(false, "--alert.allow", "203.0.113.0/24"))) {
      judge.processElement("203.0.113.7", 0);
      judge.processElement("198.51.100.7", 0);
      judge.processElement("nobody", 0);

      assertThat(judge.extractOutputValues())
          .extracting(found -> found.source().address())
          .containsExactly("198.51.100.7");
      assertThat(Counts.of(judge, "allowed.source")).isEqualTo(1);
    }
  }

  @Test
  void judgesByTheListAsItIsWhereTheTaskRunsIfItIsWatched() throws Exception {
    assertThat(listed(rules(true, "--alert.reputation-file", list.toString())))
        .containsExactly("botnet");
    assertThat(listed(rules(false, "--alert.reputation-file", list.toString()))).isEmpty();
  }

  private static List<String> listed(FindingJudge.Rules rules) throws Exception {
    try (var judge = FindingJudgeTest.<ScoredWindow>harness(rules, Detector::judge)) {
      judge.processElement(strange("203.0.113.7"), 0);
      return judge.extractOutputValues().get(0).reputation();
    }
  }

  private static ScoredWindow strange(String address) {
    double[] values = new double[Feature.COUNT];
    values[Feature.FLOW_COUNT.ordinal()] = 1_000;
    return new ScoredWindow(
        new FeatureVector(new SourceKey("", address), 0, 60_000, "", values),
        0.99,
        ScoredWindow.ANOMALOUS,
        true,
        "model");
  }

  @Test
  void nothingIsWatchedWhereRunsMustBeRepeatableOrNoFileIsNamed() {
    UnregisteredMetricsGroup metrics = new UnregisteredMetricsGroup();

    assertThat(rules(false, "--alert.reputation-file", list.toString()).watch(metrics)).isNull();
    assertThat(rules(true).watch(metrics)).isNull();
    try (ReputationWatch watch =
        rules(true, "--alert.reputation-file", list.toString()).watch(metrics)) {
      assertThat(watch.current()).isSameAs(Reputation.NONE);
    }
  }

  @Test
  void aBrokenListWhereTheTaskRunsDoesNotKeepItFromStarting() throws Exception {
    Files.writeString(list, "nonsense\n");

    try (var judge = judge(rules(true, "--alert.reputation-file", list.toString()))) {
      judge.processElement("203.0.113.7", 0);

      assertThat(judge.extractOutputValues()).hasSize(1);
    }
  }

  private static FindingJudge.Rules rules(boolean watched, String... options) {
    return new FindingJudge.Rules(
        SmallModel.shipped(WindowSpec.tumbling(60_000)),
        FindingOptions.of(options),
        Reputation.NONE,
        watched,
        Network.DEFAULT);
  }

  /** Finds something of every address but of nobody. */
  private static OneInputStreamOperatorTestHarness<String, Detection> judge(
      FindingJudge.Rules rules) throws Exception {
    return harness(
        rules,
        (detector, address) ->
            address.equals("nobody")
                ? Optional.empty()
                : Optional.of(Found.inWindow(0).by(address).get()));
  }

  private static <T> OneInputStreamOperatorTestHarness<T, Detection> harness(
      FindingJudge.Rules rules, FindingJudge.Judge<T> judge) throws Exception {
    OneInputStreamOperatorTestHarness<T, Detection> harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new FindingJudge<>(Kind.SOURCE, rules, judge)));
    harness.setup(
        WireType.DETECTION.<Detection>info().createSerializer(new SerializerConfigImpl()));
    harness.open();
    return harness;
  }
}
