package dev.weir.cli.detect;

import dev.weir.cli.CtrlC;
import dev.weir.job.Accounting;
import dev.weir.job.config.DetectOptions;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the job in this JVM until Ctrl-C. */
@Command(
    name = "detect",
    description = "Detect anomalies in a topic of logs, in this JVM, until Ctrl-C.")
public final class DetectCommand implements Callable<Integer> {

  private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(1);

  @Spec private CommandSpec spec;

  @Mixin private DetectOptions options;

  @Option(
      names = "--ui-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of Flink's web UI on the loopback interface; 0 for any. Default: 0")
  private int uiPort;

  /** For picocli. */
  public DetectCommand() {}

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    try (CtrlC ctrlC = CtrlC.listen();
        LocalDetection detection = LocalDetection.start(options, uiPort)) {
      detection.warnings().forEach(warning -> err.println("Warning: " + warning));
      err.printf(
          "Detecting: %s at %s, alerts to %s; Flink's UI: %s; Ctrl-C ends it.%n",
          options.inputTopic(),
          options.bootstrapServers(),
          options.alertTopic(),
          detection.uiAddress());
      err.flush();
      while (!ctrlC.signal().awaitNanos(POLL_NANOS)) {
        if (detection.ended().isDone()) {
          throw detection.failed();
        }
      }
      // What was read is committed: its windows are scored now or never.
      Accounting accounting = detection.drain();
      err.printf(
          Locale.ROOT,
          "Ended: %,d entries read, %,d flows, %,d dead letters, %,d ignored, %,d late;"
              + " %,d windows, %,d alerts; %,d set aside%s.%n",
          accounting.entries(),
          accounting.decoded(),
          accounting.deadLetterCount(),
          accounting.ignoredCount(),
          accounting.late(),
          accounting.windows(),
          accounting.alerts(),
          accounting.setAsideCount(),
          accounting.setAside().isEmpty() ? "" : " " + accounting.setAside());
      accounting.sights().summary().ifPresent(summary -> err.println("Network: " + summary));
      accounting.sights().warning().ifPresent(warning -> err.println("Warning: " + warning));
      err.flush();
    }
    return 0;
  }
}
