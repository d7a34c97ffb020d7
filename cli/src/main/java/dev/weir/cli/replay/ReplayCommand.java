package dev.weir.cli.replay;

import dev.weir.cli.CtrlC;
import dev.weir.cli.MessageSender;
import dev.weir.decode.LogOptions;
import dev.weir.file.MaxDisorder;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends log files to a topic as if they happened now. */
@Command(
    name = "replay",
    description = {
      "Send log files to a Kafka topic or a Kinesis data stream, keyed by source address.",
      "Lines that are no flows are sent as well, at their place; headers of files are not."
    })
public final class ReplayCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Mixin private ReplayInputs input;

  @Mixin private LogOptions logs;

  @Mixin private Destination destination;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Times the speed at which things happened; 0 for as fast as possible. Default:"
              + " ${DEFAULT-VALUE}")
  private double speed;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "time",
      converter = Order.Converter.class,
      description =
          "time sorts the lines by event time, file sends them as they stand. Default:"
              + " ${DEFAULT-VALUE}")
  private Order order;

  @Mixin private MaxDisorder maxDisorder;

  @Option(
      names = "--from-dead-letters",
      description =
          "The input is dead letters, as 'weir backtest --dead-letters' or the dead-letter topic"
              + " has them: send what they hold, in their order; cut ones are skipped.")
  private boolean fromDeadLetters;

  /** For picocli. */
  public ReplayCommand() {}

  @Override
  public void run() {
    destination.check();
    if (fromDeadLetters) {
      replayDeadLetters();
      return;
    }
    logs.check();
    Replay replay = new Replay(input.paths(), logs, order, speed, false, maxDisorder.value());
    destination.prepare().ifPresent(this::sayLine);
    try (CtrlC ctrlC = CtrlC.listen();
        MessageSender sender = destination.open(logs.format())) {
      report(Replayer.run(replay, sender, ctrlC.signal()));
    }
  }

  private void replayDeadLetters() {
    destination.prepare().ifPresent(this::sayLine);
    try (CtrlC ctrlC = CtrlC.listen();
        MessageSender sender = destination.open()) {
      long cut = DeadLetterReplay.run(input.paths(), sender, ctrlC.signal());
      reportTooLarge(sender.tooLarge());
      say("Sent %,d payloads of dead letters; %,d were cut and skipped.", sender.sent(), cut);
    }
  }

  private void report(ReplayReport report) {
    if (report.misplaced() > 0 && order == Order.TIME) {
      say(
          "%,d flows came later than --max-disorder allows and were not sorted.",
          report.misplaced());
    }
    reportTooLarge(report.tooLarge());
    if (!report.columns().isEmpty() && !report.columns().equals(LogOptions.DEFAULT_CSV_HEADER)) {
      say("Whoever reads the topic needs %s '%s'.", logs.columnsOption(), report.columns());
    }
    destination.hint(logs.format()).ifPresent(this::sayLine);
    say(
        "Sent %,d messages (%,d flows) in %.1f s, %,.0f a second.",
        report.messages(), report.flows(), report.took().toNanos() / 1e9, report.rate());
  }

  private void reportTooLarge(long tooLarge) {
    if (tooLarge > 0) {
      say("%,d lines are larger than the stream takes and were not sent.", tooLarge);
    }
  }

  private void say(String format, Object... values) {
    sayLine(String.format(Locale.ROOT, format, values));
  }

  private void sayLine(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
