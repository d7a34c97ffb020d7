package dev.weir.cli.demo;

import dev.weir.cli.Abandonable;
import dev.weir.cli.MessageSender;
import dev.weir.cli.StopSignal;
import dev.weir.cli.Weir;
import dev.weir.cli.detect.LocalDetection;
import dev.weir.cli.kafka.LocalBroker;
import dev.weir.cli.replay.Replay;
import dev.weir.cli.replay.Replayer;
import dev.weir.cli.traffic.AttackLabel;
import dev.weir.cli.traffic.TrafficFile;
import dev.weir.cli.traffic.TrafficOptions;
import dev.weir.decode.LogFormat;
import dev.weir.flow.UserException;
import dev.weir.job.Accounting;
import dev.weir.job.config.DetectOptions;
import dev.weir.job.config.StreamKind;
import dev.weir.model.Model;
import dev.weir.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs a scenario through the very commands that a user has, and watches what comes out. */
final class Demo {

  private static final String GROUP = "weir-demo";
  private static final long CATCH_UP_NANOS = TimeUnit.SECONDS.toNanos(120);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Scenario scenario;
  private final DemoFolder folder;
  private final PrintWriter out;
  private final StopSignal stop;
  private final long seed;
  private final int uiPort;
  private final StreamKind kind;
  private final List<AttackLabel> labels;

  Demo(
      Scenario scenario,
      DemoFolder folder,
      PrintWriter out,
      StopSignal stop,
      long seed,
      int uiPort,
      StreamKind kind) {
    this.scenario = scenario;
    this.folder = folder;
    this.out = out;
    this.stop = stop;
    this.seed = seed;
    this.uiPort = uiPort;
    this.kind = kind;
    this.labels = new ArrayList<>(scenario.labels());
  }

  /**
   * Runs it all.
   *
   * @param exit whether to end after the scenario's traffic, or to go on until told to stop
   * @return empty where it was told to stop before there was anything to see
   */
  Optional<DemoReport> run(boolean exit) throws Exception {
    say("demo      " + scenario.intro());
    Optional<Path> trained = Abandonable.run("train", this::train, stop);
    if (trained.isEmpty()) {
      return Optional.empty();
    }
    Path model = trained.get();
    try (LocalBroker broker = LocalBroker.temporary(0)) {
      String servers = broker.bootstrapServers();
      DemoTopics.create(servers);
      try (DemoInput input = input(servers);
          LocalDetection detection = LocalDetection.start(options(servers, input, model), uiPort)) {
        say("kafka     " + servers + ", alerts on topic " + DemoTopics.ALERTS);
        if (kind == StreamKind.KINESIS) {
          say("kinesis   " + input.inWords());
        }
        say("flink     " + detection.uiAddress());
        if (stop.isRequested()) {
          return Optional.empty();
        }
        return Optional.of(watch(servers, input, detection, ModelFile.read(model), exit));
      }
    }
  }

  private DemoInput input(String servers) throws IOException {
    return kind == StreamKind.KINESIS
        ? StreamInput.start()
        : new TopicInput(servers, DemoTopics.FLOWS, GROUP);
  }

  private Path train() {
    Path model = folder.file("model.json");
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(List.of("--input", scenario.history().toString()));
    arguments.addAll(List.of("--output", model.toString()));
    arguments.addAll(List.of("--seed", String.valueOf(seed)));
    if (scenario.window() != null) {
      arguments.addAll(List.of("--window", scenario.window().toMillis() + "ms"));
    }
    arguments.addAll(scenario.log().arguments());
    CommandLine weir = Weir.commandLine().setOut(out);
    if (weir.execute(arguments.toArray(String[]::new)) != 0) {
      throw new UserException("the demo ends, since no model could be trained");
    }
    return model;
  }

  private DetectOptions options(String servers, DemoInput input, Path model) {
    List<String> arguments = new ArrayList<>(input.arguments(scenario.log()));
    arguments.addAll(
        List.of(
            "--bootstrap-servers=" + servers,
            "--input-topic=" + DemoTopics.FLOWS,
            "--alert-topic=" + DemoTopics.ALERTS,
            "--scores-topic=" + DemoTopics.SCORES,
            "--dead-letter-topic=" + DemoTopics.DEAD_LETTERS,
            "--late-topic=" + DemoTopics.LATE,
            "--model=" + model,
            "--group-id=" + GROUP,
            "--checkpoint-interval=2s"));
    return LocalDetection.options(arguments.toArray(String[]::new));
  }

  private DemoReport watch(
      String servers, DemoInput input, LocalDetection detection, Model model, boolean exit)
      throws Exception {
    Duration replay;
    Accounting accounting;
    try (AlertPrinter printer = AlertPrinter.start(servers, DemoTopics.ALERTS, this::say)) {
      say(
          String.format(
              "replay    %s at %.0f times real time%n", scenario.live(), scenario.speed()));
      try (MessageSender sender = input.sender()) {
        replay = replay(sender, exit);
        if (stop.isRequested()) {
          say("ending    what was sent is scored to its end; Ctrl-C again ends at once");
        }
        awaitRead(input, detection, sender.sent());
      }
      accounting = detection.drain();
      printer.awaitPrinted(accounting.incidents().alerts());
    }
    return report(servers, input, replay, accounting, model);
  }

  /** Replays the scenario, and more traffic after it unless told to end; how long that took. */
  private Duration replay(MessageSender sender, boolean exit) throws Exception {
    Duration took = replay(scenario.live(), sender);
    TrafficOptions next = exit ? null : scenario.next();
    while (next != null && !stop.isRequested()) {
      Path more = folder.file("more.json");
      labels.addAll(TrafficFile.write(next, LogFormat.JSON, more));
      took = took.plus(replay(more, sender));
      next = next.following();
    }
    while (!exit && !stop.isRequested()) {
      stop.await();
    }
    return took;
  }

  private Duration replay(Path file, MessageSender sender) {
    return Replayer.run(
            Replay.of(List.of(file), scenario.log()).atSpeed(scenario.speed()), sender, stop)
        .took();
  }

  /** Waits until the job has read everything that was sent. */
  private static void awaitRead(DemoInput input, LocalDetection detection, long sent)
      throws InterruptedException {
    long deadline = System.nanoTime() + CATCH_UP_NANOS;
    StopSignal never = new StopSignal();
    while (!input.isRead(detection, sent)) {
      if (detection.ended().isDone() || System.nanoTime() > deadline) {
        throw detection.failed();
      }
      never.awaitNanos(POLL_NANOS);
    }
  }

  private DemoReport report(
      String servers, DemoInput input, Duration replay, Accounting accounting, Model model) {
    List<Told> alerts = Told.of(servers, DemoTopics.ALERTS);
    List<Observed> scores = Observed.of(servers, DemoTopics.SCORES);
    PartyTimes parties =
        new PartyTimes(
            labels.stream().flatMap(label -> Stream.of(label.srcIp(), label.target())).toList());
    AppendTimes times =
        AppendTimes.of(
            input,
            input.readAs(scenario.log()),
            scenario.log().format().outOfOrderness().toMillis(),
            model.window(),
            parties);
    double[] latencies =
        alerts.stream()
            .filter(alert -> alert.isOpen() && !alert.early())
            .flatMap(alert -> latency(alert, times))
            .mapToDouble(Long::doubleValue)
            .sorted()
            .toArray();
    return new DemoReport(
        times.entries(),
        replay,
        accounting,
        Verdict.of(sent(times), alerts, scores, parties),
        latencies);
  }

  /** The attacks that had begun by the time that the traffic was ended. */
  private List<AttackLabel> sent(AppendTimes times) {
    return labels.stream()
        .filter(label -> label.start().toEpochMilli() <= times.latestEventTime())
        .toList();
  }

  /** One that was told before its window closed waited for nothing. */
  private static Stream<Long> latency(Told alert, AppendTimes times) {
    OptionalLong needed = times.neededBy(alert.windowEnd().toEpochMilli());
    return needed.isPresent()
        ? Stream.of(Math.max(0, alert.appended() - needed.getAsLong()))
        : Stream.of();
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
