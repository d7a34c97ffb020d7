package dev.weir.bench.micro;

import dev.weir.decode.FlowLogDecoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Flows a second that one thread makes of messages, by format. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecodeBenchmark {
  private static final int FLOWS = 1 << 17;

  @Param({
    "json",
    "json_ecs",
    "json_ocsf",
    "json_zeek",
    "csv",
    "csv_map",
    "vpc_v2",
    "vpc_v5",
    "vpc_v2_in_json",
    "zeek",
    "cloudwatch_vpc_v2"
  })
  private String format;

  private FlowLogDecoder decoder;
  private byte[][] messages;

  /** For JMH. */
  public DecodeBenchmark() {}

  /** Writes the messages, and sees that each of their flows is read. */
  @Setup
  public void writeMessages() {
    DecodeCase log = DecodeCase.of(format);
    decoder = log.decoder();
    messages = log.messages(FLOWS);
    CountingCollector counted = new CountingCollector(null);
    decode(counted);
    if (counted.flows() != FLOWS) {
      throw new IllegalStateException(counted.flows() + " flows of " + FLOWS + " were decoded");
    }
  }

  /** One flow. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public void decode(Blackhole flows) {
    decode(new CountingCollector(flows));
  }

  private void decode(CountingCollector out) {
    for (byte[] message : messages) {
      decoder.decode(message, 0, message.length, out);
    }
  }
}
