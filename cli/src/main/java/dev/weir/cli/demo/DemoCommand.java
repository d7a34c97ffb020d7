package dev.weir.cli.demo;

import dev.weir.cli.Abandonable;
import dev.weir.cli.CtrlC;
import dev.weir.decode.LogDetails;
import dev.weir.decode.LogFormat;
import dev.weir.decode.LogFormatConverter;
import dev.weir.decode.LogOptions;
import dev.weir.file.LogFiles;
import dev.weir.job.config.StreamKind;
import dev.weir.output.NewLines;
import dev.weir.output.Outputs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows all of Weir on this machine. */
@Command(
    name = "demo",
    description = {
      "See all of Weir at work on this machine: a Kafka broker, a day of history to train on, the"
          + " Flink job, two hours of traffic with planted attacks, and the alerts as they come.",
      "Afterwards traffic goes on until Ctrl-C."
    })
public final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--exit",
      description = "End after the two hours: 0 if alerts came and the accounting adds up, else 1.")
  private boolean exit;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides the traffic, the attacks and the model. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the summary to a file as JSON as well.")
  private Path json;

  @Option(
      names = "--ui-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of Flink's web UI on the loopback interface; 0 for any. Default: 0")
  private int uiPort;

  @Option(
      names = "--source",
      paramLabel = "kafka|kinesis",
      defaultValue = "kafka",
      description =
          "What the flows travel through: a topic of the broker, or a stream of an emulator of"
              + " Kinesis, which needs node and npm. Default: ${DEFAULT-VALUE}")
  private StreamKind source;

  @Mixin private LogDetails details;

  @ArgGroup(exclusive = false)
  private OwnFile own;

  /** The user's own logs in place of generated traffic. */
  static final class OwnFile {
    @Option(
        names = "--input",
        paramLabel = "FILE",
        required = true,
        description = "Demo your own file: train on the whole of it, then replay it.")
    Path input;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        required = true,
        converter = LogFormatConverter.class,
        description = "How that file is written: json, csv, zeek, vpc-flow-log or cloudwatch.")
    LogFormat format;

    @Option(
        names = "--window",
        paramLabel = "DURATION",
        description =
            "The model's window for that file. Default: 1m; 5m for vpc-flow-log and cloudwatch")
    Duration window;
  }

  /** For picocli. */
  public DemoCommand() {}

  @Override
  public Integer call() throws Exception {
    check();
    // Opened first, so that a place that cannot be written is known at once.
    try (NewLines file = json == null ? null : NewLines.at(json)) {
      Optional<DemoReport> report = run();
      if (report.isEmpty()) {
        return 1;
      }
      DemoReportText.print(report.get(), spec.commandLine().getOut());
      if (file != null) {
        file.line(DemoReportJson.toBytes(report.get()));
        file.finish();
      }
      return report.get().passed() ? 0 : 1;
    }
  }

  private void check() {
    if (source == StreamKind.KINESIS) {
      StreamInput.check(own == null ? LogFormat.JSON : own.format);
    }
    if (json != null && own != null) {
      Outputs.requireApart(List.of(json), LogFiles.list(List.of(own.input)));
    }
  }

  private Optional<DemoReport> run() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (CtrlC ctrlC = CtrlC.listen();
        DemoFolder folder = DemoFolder.create()) {
      Optional<Scenario> scenario =
          Abandonable.run("scenario", () -> scenario(folder), ctrlC.signal());
      return scenario.isEmpty()
          ? Optional.empty()
          : new Demo(scenario.get(), folder, out, ctrlC.signal(), seed, uiPort, source).run(exit);
    }
  }

  private Scenario scenario(DemoFolder folder) throws Exception {
    return own == null
        ? Scenario.generated(seed, folder, details.network())
        : Scenario.ofFile(own.input, LogOptions.of(own.format, details), own.window);
  }
}
