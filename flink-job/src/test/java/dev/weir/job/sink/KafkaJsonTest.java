package dev.weir.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertFormat;
import dev.weir.alert.IncidentSettings;
import dev.weir.alert.Incidents;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.Late;
import dev.weir.feature.SourceKey;
import dev.weir.feature.WindowSpec;
import dev.weir.finding.Detection;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.DeadLetterReason;
import dev.weir.job.Flows;
import dev.weir.job.Found;
import dev.weir.job.SmallModel;
import dev.weir.model.Model;
import dev.weir.model.ScoredWindow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaJsonTest {

  private static final List<Feature> FEATURES = List.of(Feature.FLOW_COUNT, Feature.PACKETS);
  private static final Detection BY = Found.inWindow(0).get();
  private static final Model MODEL = SmallModel.of(WindowSpec.tumbling(60_000));

  @ParameterizedTest
  @EnumSource
  void keysAlertsBySourceAndNamesTheirSchema(AlertFormat format) throws Exception {
    ProducerRecord<byte[], byte[]> message = sent(KafkaJson.alerts("alerts", format), alert(BY));

    assertThat(message.topic()).isEqualTo("alerts");
    assertThat(message.key()).asString(StandardCharsets.UTF_8).isEqualTo("203.0.113.7");
    assertThat(message.value()).isEqualTo(format.toBytes(alert(BY)));
    assertThat(header(message, "schema")).isEqualTo(format.schema());
    assertThat(header(message, "schema_version")).isEqualTo(format.version());
  }

  @Test
  void keysAlertsOfATargetByItsAddress() throws Exception {
    Detection found = Found.inWindow(0).atTarget().get();

    assertThat(sent(KafkaJson.alerts("alerts", AlertFormat.NATIVE), alert(found)).key())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("10.0.0.9");
  }

  @Test
  void writesScoresWithTheFeaturesThatTheModelSees() throws Exception {
    ProducerRecord<byte[], byte[]> message = sent(KafkaJson.scores("scores", FEATURES), scored());

    assertThat(message.key()).asString(StandardCharsets.UTF_8).isEqualTo("10.0.0.1");
    assertThat(message.value())
        .asString(StandardCharsets.UTF_8)
        .endsWith("\"features\":{\"flow_count\":12,\"packets\":null}}");
  }

  @Test
  void spreadsDeadLetters() throws Exception {
    DeadLetter letter =
        new DeadLetter(DeadLetterReason.BAD_TIME, "d", "o", -1, new byte[] {'x'}, false);

    ProducerRecord<byte[], byte[]> message = sent(KafkaJson.deadLetters("letters"), letter);

    assertThat(message.key()).isNull();
    assertThat(message.value())
        .asString(StandardCharsets.UTF_8)
        .contains("\"reason\":\"bad-time\"", "\"payload\":\"x\"");
  }

  @Test
  void keysLateFlowsBySource() throws Exception {
    ProducerRecord<byte[], byte[]> message =
        sent(KafkaJson.late("late"), new Late.Flow(Flows.at("10.0.0.9", 5)));

    assertThat(message.key()).asString(StandardCharsets.UTF_8).isEqualTo("10.0.0.9");
    assertThat(message.value())
        .asString(StandardCharsets.UTF_8)
        .contains("\"src_ip\":\"10.0.0.9\"", "\"creation_time\":\"1970-01-01T00:00:00.005Z\"");
  }

  @Test
  void leavesTheMessagesTimeToTheProducer() throws Exception {
    assertThat(sent(KafkaJson.late("late"), new Late.Flow(Flows.at("a", 5))).timestamp()).isNull();
  }

  /** As a task has it: shipped. */
  private static <T> ProducerRecord<byte[], byte[]> sent(KafkaJson<T> json, T value)
      throws Exception {
    return InstantiationUtil.clone(json).serialize(value, null, 123L);
  }

  private static String header(ProducerRecord<byte[], byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static Alert alert(Detection found) {
    Incidents incidents = new Incidents(new IncidentSettings(50, 60, 300_000, 3_600_000, 0));
    return Alert.of(incidents.detect(null, found), 5);
  }

  private static ScoredWindow scored() {
    double[] values = new double[Feature.COUNT];
    values[Feature.FLOW_COUNT.ordinal()] = 12;
    values[Feature.PACKETS.ordinal()] = Double.NaN;
    return MODEL.score(new FeatureVector(new SourceKey("", "10.0.0.1"), 0, 60_000, "", values));
  }
}
