package dev.weir.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.cli.FlowLines;
import dev.weir.cli.StopSignal;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.cli.kafka.Ports;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.job.StreamDetection;
import dev.weir.job.kafka.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an incident when the job dies in the middle of it. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class RestartITCase {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ATTACKER = "10.9.9.9";
  private static final int FIRST_ATTACKED = 2;
  private static final int RESTART = 8;
  private static final int LAST_ATTACKED = 20;
  private static final int END = 30;

  @TempDir private static Path home;
  private static Path model;
  private static LocalBroker broker;

  @TempDir private Path folder;
  private final List<LocalFlink> started = new ArrayList<>();
  private String prefix;

  @BeforeAll
  static void start() throws IOException {
    model = FlowLines.model(home);
    broker = LocalBroker.temporary(0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void name(TestInfo test) {
    prefix = test.getTestMethod().orElseThrow().getName() + '.';
  }

  @AfterEach
  void endFlink() {
    started.forEach(LocalFlink::close);
  }

  @Test
  void whatIsToldAgainIsTheSameUnderTheSameId() throws Exception {
    List<String> undisturbed = undisturbed();
    String run = prefix + "disturbed.";
    create(run);
    send(run, minutes(0, RESTART));
    JobClient before = run(run, null);
    awaitRead(run);
    String middle =
        before.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL).get();
    int soFar = alerts(run).size();
    send(run, minutes(RESTART, END));
    await(() -> alerts(run).size() > soFar);
    kill(before);

    finish(run(run, middle), run);

    List<String> alerts = alerts(run);
    assertThat(alerts).as("some were told again").hasSizeGreaterThan(undisturbed.size());
    assertThat(new HashSet<>(alerts)).isEqualTo(new HashSet<>(undisturbed));
    assertThat(alerts.stream().map(RestartITCase::id).distinct())
        .containsExactlyElementsOf(undisturbed.stream().map(RestartITCase::id).distinct().toList());
  }

  @Test
  void exactlyOnceTellsEachOnce() throws Exception {
    List<String> undisturbed = undisturbed();
    String run = prefix + "disturbed.";
    create(run);
    send(run, minutes(0, RESTART));
    JobClient before = run(run, null, "--delivery=exactly-once");
    await(() -> !alerts(run).isEmpty());
    send(run, minutes(RESTART, RESTART + 5));
    awaitRead(run);
    send(run, minutes(RESTART + 5, END));
    kill(before);

    finish(run(run, newestCheckpoint(), "--delivery=exactly-once"), run);

    assertThat(alerts(run)).containsExactlyInAnyOrderElementsOf(undisturbed);
  }

  /** The attacker's alerts, without a restart. */
  private List<String> undisturbed() throws Exception {
    String run = prefix + "undisturbed.";
    create(run);
    send(run, minutes(0, END));
    finish(run(run, null), run);
    List<String> alerts = alerts(run);
    assertThat(alerts).hasSizeGreaterThan(4);
    assertThat(alerts.stream().map(RestartITCase::id).distinct()).hasSize(1);
    return alerts;
  }

  /** The network's quiet life, and an attack that lasts. */
  private static List<String> minutes(int from, int to) {
    List<String> quiet = FlowLines.quiet(10, END);
    List<String> lines = new ArrayList<>();
    for (int minute = from; minute < to; minute++) {
      lines.addAll(quiet.subList(10 * minute, 10 * minute + 10));
      if (minute >= FIRST_ATTACKED && minute <= LAST_ATTACKED) {
        lines.addAll(FlowLines.scan(ATTACKER, minute));
      }
    }
    return lines;
  }

  private JobClient run(String run, String from, String... more) throws Exception {
    LocalFlink flink = LocalFlink.forStream(Ports.free());
    started.add(flink);
    Configuration settings = new Configuration();
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (from != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, from);
    }
    flink.environment().configure(settings);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-servers=" + broker.bootstrapServers(),
                "--input-topic=" + run + "in",
                "--alert-topic=" + run + "alerts",
                "--dead-letter-topic=" + run + "dead",
                "--late-topic=" + run + "late",
                "--group-id=" + run + "group",
                "--start-from=earliest",
                "--checkpoint-interval=200ms",
                "--parallelism=1",
                "--alert.early=off",
                "--model=" + model,
                "--format=json"));
    arguments.addAll(List.of(more));
    new StreamDetection(LocalDetection.options(arguments.toArray(String[]::new)))
        .build(flink.environment());
    return flink.submit("test");
  }

  /** Ends the job at once, between two checkpoints. */
  private static void kill(JobClient job) throws Exception {
    job.cancel().get();
    job.getJobExecutionResult().handle((result, cancelled) -> cancelled).get();
  }

  private void finish(JobClient job, String run) throws Exception {
    awaitRead(run);
    job.stopWithSavepoint(true, folder.toUri().toString(), SavepointFormatType.CANONICAL).get();
    job.getJobExecutionResult().get();
  }

  private String newestCheckpoint() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .map(Path::getParent)
          .filter(checkpoint -> checkpoint.getFileName().toString().startsWith("chk-"))
          .max(Comparator.comparingLong(checkpoint -> checkpoint.toFile().lastModified()))
          .orElseThrow()
          .toUri()
          .toString();
    }
  }

  private static void create(String run) {
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      topics.create(run + "in", 1);
    }
  }

  private static void send(String run, List<String> lines) {
    try (FlowSender sender = new FlowSender(broker.access(), run + "in")) {
      lines.forEach(line -> sender.send(null, line.getBytes(StandardCharsets.UTF_8)));
      sender.flush();
    }
  }

  /** Waits until a checkpoint covers everything in the topic. */
  private static void awaitRead(String run) {
    try (Topics topics = Topics.at(broker.bootstrapServers())) {
      await(() -> topics.lag(run + "group", run + "in") == 0);
    }
  }

  private static void await(BooleanSupplier condition) {
    StopSignal never = new StopSignal();
    while (!condition.getAsBoolean()) {
      never.awaitNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** What was committed about the attacker so far, but for when it was told. */
  private static List<String> alerts(String run) {
    List<String> alerts = new ArrayList<>();
    TopicContent.read(
        broker.access(),
        run + "alerts",
        message -> {
          ObjectNode alert = json(message.value());
          if (alert.get("src_ip").asText().equals(ATTACKER)) {
            alert.remove("emitted_at");
            alerts.add(alert.toString());
          }
        });
    return alerts;
  }

  private static String id(String alert) {
    return json(alert.getBytes(StandardCharsets.UTF_8)).get("incident_id").asText();
  }

  private static ObjectNode json(byte[] alert) {
    try {
      return (ObjectNode) JSON.readTree(alert);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
