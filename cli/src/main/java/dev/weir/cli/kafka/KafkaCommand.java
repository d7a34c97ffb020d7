package dev.weir.cli.kafka;

import dev.weir.cli.CtrlC;
import dev.weir.flow.UsageException;
import dev.weir.job.kafka.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a Kafka broker until Ctrl-C. */
@Command(
    name = "kafka",
    description = "Run a Kafka broker on this machine until Ctrl-C, for trying things out.")
public final class KafkaCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Port on the loopback interface; 0 for any. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the data in this folder. Default: a temporary one, deleted at the end")
  private Path data;

  @Option(
      names = "--topics",
      paramLabel = "TOPIC",
      split = ",",
      hideParamSyntax = true,
      description = "Topics to create if they do not exist, with commas between them.")
  private List<String> topics;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of a topic that is created. Default: ${DEFAULT-VALUE}")
  private int partitions;

  /** For picocli. */
  public KafkaCommand() {}

  @Override
  public void run() {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port is " + port + "; a port lies between 0 and 65535");
    }
    if (partitions < 1) {
      throw new UsageException("--partitions is " + partitions + "; a topic needs at least 1");
    }
    if (topics != null && topics.isEmpty()) {
      throw new UsageException("--topics names none; give the names of topics or leave it out");
    }
    try (CtrlC ctrlC = CtrlC.listen();
        LocalBroker broker =
            data == null ? LocalBroker.temporary(port) : LocalBroker.in(data, port)) {
      createTopics(broker);
      explain(broker);
      ctrlC.signal().await();
      say("Kafka stops.");
    }
  }

  private void createTopics(LocalBroker broker) {
    if (topics == null) {
      return;
    }
    try (Topics existing = Topics.at(broker.bootstrapServers())) {
      topics.forEach(topic -> existing.create(topic, partitions));
    }
  }

  private void explain(LocalBroker broker) {
    String servers = broker.bootstrapServers();
    say(
        "Kafka is up at "
            + servers
            + (data == null ? ", its data temporary." : ", data in " + data));
    if (topics != null) {
      say("Topics: " + String.join(", ", topics));
    }
    String topic = topics == null ? "weir.flows" : topics.get(0);
    say(
        "Fill it: weir replay --input FILE --format FORMAT --bootstrap-servers "
            + (servers + " --topic " + topic));
    say("Ctrl-C stops it.");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
