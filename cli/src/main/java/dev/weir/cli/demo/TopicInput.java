package dev.weir.cli.demo;

import dev.weir.cli.MessageSender;
import dev.weir.cli.detect.LocalDetection;
import dev.weir.cli.kafka.FlowSender;
import dev.weir.cli.kafka.TopicContent;
import dev.weir.decode.LogOptions;
import dev.weir.job.kafka.KafkaAccess;
import dev.weir.job.kafka.Topics;
import java.util.List;

/** A topic of the demo's broker. */
record TopicInput(String bootstrapServers, String topic, String group) implements DemoInput {

  @Override
  public String inWords() {
    return "topic " + topic;
  }

  @Override
  public List<String> arguments(LogOptions log) {
    return log.arguments();
  }

  @Override
  public LogOptions readAs(LogOptions log) {
    return log;
  }

  @Override
  public MessageSender sender() {
    return new FlowSender(KafkaAccess.plain(bootstrapServers), topic);
  }

  /** Where a checkpoint covers all of it. */
  @Override
  public boolean isRead(LocalDetection detection, long sent) {
    try (Topics topics = Topics.at(bootstrapServers)) {
      return topics.lag(group, topic) == 0;
    }
  }

  @Override
  public void read(Delivery out) {
    TopicContent.read(
        KafkaAccess.plain(bootstrapServers),
        topic,
        message -> out.accept(message.partition(), message.timestamp(), message.value()));
  }

  @Override
  public void close() {
    // The broker goes by itself.
  }
}
