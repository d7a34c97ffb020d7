package dev.weir.bench.pipeline;

import dev.weir.cli.detect.LocalDetection;
import dev.weir.job.StreamDetection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The product's job with its defaults, between topics of its own, which are gone once it is closed.
 */
public final class Job implements AutoCloseable {

  private static final AtomicInteger RUNS = new AtomicInteger();

  private final Broker broker;
  private final String name = "run-" + RUNS.incrementAndGet();
  private final List<String> arguments = new ArrayList<>();

  /** Reads a topic from its beginning. */
  public Job(Broker broker, String input, FlowText text, Path model) {
    this.broker = broker;
    arguments.addAll(
        List.of(
            "--bootstrap-servers=" + broker.bootstrapServers(),
            "--input-topic=" + input,
            "--format=" + text.format().id(),
            "--model=" + model,
            "--group-id=" + name,
            "--start-from=earliest",
            "--alert-topic=" + alerts(),
            "--dead-letter-topic=" + name + "-dead-letters",
            "--late-topic=" + name + "-late"));
    broker.createStamped(alerts());
  }

  /** Adds an option of the product's. */
  public Job with(String option) {
    arguments.add(option);
    return this;
  }

  /** Opens an incident for whatever is strange, however little: what is timed must come often. */
  public Job tellingAll() {
    return with("--alert.min-severity=0")
        .with("--alert.sure-severity=0")
        .with("--alert.min-flows=0");
  }

  /** Where its alerts go, stamped with the broker's time. */
  public String alerts() {
    return name + "-alerts";
  }

  /** Builds the job that ends with what the topic holds now. */
  public void buildBounded(StreamExecutionEnvironment env) {
    detection().until(OffsetsInitializer.latest()).build(env);
  }

  /** Builds the job that goes on. */
  public void build(StreamExecutionEnvironment env) {
    detection().build(env);
  }

  private StreamDetection detection() {
    return new StreamDetection(LocalDetection.options(arguments.toArray(String[]::new)));
  }

  @Override
  public void close() {
    broker.delete(List.of(alerts(), name + "-dead-letters", name + "-late"));
  }
}
