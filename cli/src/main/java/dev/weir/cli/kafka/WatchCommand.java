package dev.weir.cli.kafka;

import dev.weir.cli.CtrlC;
import dev.weir.job.kafka.KafkaAccess;
import dev.weir.job.kafka.KafkaOptions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the alerts of a topic as they come. */
@Command(name = "watch", description = "Print the alerts of a topic as they come, until Ctrl-C.")
public final class WatchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = "weir.alerts",
      description = "Where the alerts are. Default: ${DEFAULT-VALUE}")
  private String topic;

  @Option(
      names = "--from-beginning",
      description = "Print the alerts that are there already before those that come.")
  private boolean fromBeginning;

  @Option(names = "--json", description = "Print each alert as the JSON that it is.")
  private boolean json;

  /** For picocli. */
  public WatchCommand() {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Function<byte[], String> rendering = json ? WatchCommand::text : AlertLine::of;
    KafkaAccess access = kafka.access();
    try (CtrlC ctrlC = CtrlC.listen();
        TopicTail tail = TopicTail.open(access, topic, fromBeginning)) {
      err.println("Watching " + topic + " at " + access + "; Ctrl-C ends it.");
      err.flush();
      tail.follow(
          alert -> {
            out.println(rendering.apply(alert));
            // True once whoever read our output, such as head, has gone.
            if (out.checkError() || System.out.checkError()) {
              ctrlC.signal().request();
            }
          },
          ctrlC.signal());
    }
  }

  private static String text(byte[] alert) {
    return new String(alert, StandardCharsets.UTF_8);
  }
}
