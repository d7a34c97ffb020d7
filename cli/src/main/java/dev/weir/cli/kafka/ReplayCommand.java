package dev.weir.cli.kafka;

import dev.weir.cli.CtrlC;
import dev.weir.decode.LogOptions;
import dev.weir.file.LogInputs;
import dev.weir.file.MaxDisorder;
import dev.weir.flow.UsageException;
import dev.weir.flow.UserException;
import dev.weir.job.kafka.BootstrapServers;
import dev.weir.job.kafka.Topics;
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
      "Send log files to a Kafka topic, each line a message, keyed by source address.",
      "Lines that are no flows are sent as well, at their place; headers of files are not."
    })
public final class ReplayCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Mixin private LogInputs input;

  @Mixin private LogOptions logs;

  @Mixin private BootstrapServers bootstrapServers;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = "weir.flows",
      description = "Where to send the lines. Default: ${DEFAULT-VALUE}")
  private String topic;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Create the topic with so many partitions if it does not exist.")
  private Integer partitions;

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
    if (fromDeadLetters) {
      replayDeadLetters();
      return;
    }
    logs.check();
    Replay replay = new Replay(input.paths(), logs, order, speed, false, maxDisorder.value());
    prepareTopic();
    try (CtrlC ctrlC = CtrlC.listen();
        FlowSender sender = new FlowSender(bootstrapServers.value(), topic)) {
      report(Replayer.run(replay, sender, ctrlC.signal()));
    }
  }

  private void replayDeadLetters() {
    prepareTopic();
    try (CtrlC ctrlC = CtrlC.listen();
        FlowSender sender = new FlowSender(bootstrapServers.value(), topic)) {
      long cut = DeadLetterReplay.run(input.paths(), sender, ctrlC.signal());
      reportTooLarge(sender.tooLarge());
      say("Sent %,d payloads of dead letters; %,d were cut and skipped.", sender.sent(), cut);
    }
  }

  private void prepareTopic() {
    try (Topics topics = Topics.at(bootstrapServers.value())) {
      if (partitions == null) {
        requireTopic(topics);
      } else if (partitions < 1) {
        throw new UsageException("--partitions is " + partitions + "; a topic needs at least 1");
      } else if (topics.create(topic, partitions)) {
        say("Created topic %s, partitions: %d.", topic, partitions);
      }
    }
  }

  private void requireTopic(Topics topics) {
    if (!topics.exists(topic)) {
      throw new UserException(
          String.format(
              "there is no topic '%s' at %s; correct --topic, or add --partitions N to create it",
              topic, bootstrapServers.value()));
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
    say(
        "Sent %,d messages (%,d flows) in %.1f s, %,.0f a second.",
        report.messages(), report.flows(), report.took().toNanos() / 1e9, report.rate());
  }

  private void reportTooLarge(long tooLarge) {
    if (tooLarge > 0) {
      say("%,d lines are larger than the topic takes and were not sent.", tooLarge);
    }
  }

  private void say(String format, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
