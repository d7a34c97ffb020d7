package dev.weir.cli.detect;

import dev.weir.cli.CtrlC;
import dev.weir.cli.StopSignal;
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
    description = "Detect anomalies in a stream of logs, in this JVM, until Ctrl-C.")
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
    try (CtrlC ctrlC = CtrlC.listen();
        LocalDetection detection = LocalDetection.start(options, uiPort)) {
      detection.warnings().forEach(warning -> say("Warning: " + warning));
      say(
          String.format(
              "Detecting: %s; alerts to %s at %s; Flink's UI: %s; Ctrl-C ends it.",
              options.input().inWords(),
              options.alertTopic(),
              options.kafka(),
              detection.uiAddress()));
      await(ctrlC.signal(), detection);
      say("Ending: what was read is scored to its end; Ctrl-C again ends at once.");
      // What was read is committed: its windows are scored now or never.
      Accounting accounting = detection.drain();
      say(summary(accounting));
      accounting.sights().summary().ifPresent(summary -> say("Network: " + summary));
      accounting.sights().warning().ifPresent(warning -> say("Warning: " + warning));
    }
    return 0;
  }

  private void await(StopSignal stop, LocalDetection detection) {
    BrokerWatch watch = BrokerWatch.start(options.kafka(), this::say);
    try {
      while (!stop.awaitNanos(POLL_NANOS)) {
        if (detection.ended().isDone()) {
          throw detection.failed();
        }
      }
    } finally {
      watch.close();
    }
  }

  private static String summary(Accounting of) {
    return String.format(
        Locale.ROOT,
        "Ended: %,d entries read, %,d flows, %,d dead letters, %,d ignored, %,d late;"
            + " %,d windows, %,d alerts; %,d set aside%s.",
        of.entries(),
        of.decoded(),
        of.deadLetterCount(),
        of.ignoredCount(),
        of.late(),
        of.windows(),
        of.incidents().alerts(),
        of.setAsideCount(),
        of.setAside().isEmpty() ? "" : " " + of.setAside());
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
