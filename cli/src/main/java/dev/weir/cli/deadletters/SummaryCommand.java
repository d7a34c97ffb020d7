package dev.weir.cli.deadletters;

import dev.weir.cli.kafka.TopicContent;
import dev.weir.file.DeadLetterFile;
import dev.weir.file.LogFiles;
import dev.weir.flow.DeadLetterReader;
import dev.weir.flow.UsageException;
import dev.weir.job.kafka.KafkaOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how many dead letters there are for which reason. */
@Command(
    name = "summary",
    description = "Count the dead letters of files or of a topic by reason, with an example each.")
final class SummaryCommand implements Runnable {

  private static final String DEFAULT_TOPIC = "weir.dead-letters";

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Files of 'weir backtest --dead-letters', or a topic's messages, one a line. Default:"
              + " the topic")
  private List<Path> input;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Where the dead letters are, without --input. Default: " + DEFAULT_TOPIC)
  private String topic;

  @Option(names = "--json", description = "Print a JSON object for each reason.")
  private boolean json;

  /** For picocli. */
  SummaryCommand() {}

  @Override
  public void run() {
    if (input != null && topic != null) {
      throw new UsageException("--input and --topic exclude each other; keep one of them");
    }
    Summary summary = new Summary();
    if (input != null) {
      LogFiles.list(input).forEach(file -> DeadLetterFile.read(file, summary::add));
    } else {
      TopicContent.read(
          kafka.access(),
          topic == null ? DEFAULT_TOPIC : topic,
          message -> addMessage(message, summary));
    }
    PrintWriter out = spec.commandLine().getOut();
    (json ? summary.jsonLines() : summary.lines()).forEach(out::println);
    out.flush();
  }

  private static void addMessage(ConsumerRecord<byte[], byte[]> message, Summary summary) {
    byte[] value = message.value();
    if (value != null) {
      String origin = message.topic() + '-' + message.partition() + '-' + message.offset();
      summary.add(DeadLetterReader.parse(value, 0, value.length, origin));
    }
  }
}
