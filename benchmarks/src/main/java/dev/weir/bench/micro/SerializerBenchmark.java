package dev.weir.bench.micro;

import dev.weir.job.types.WireType;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What travels between tasks and lies in RocksDB, by the job's own serializers: sums of flows
 * (PARTIAL, TARGET_PARTIAL) cross the network, accumulators are state, views and scored windows
 * cross where tasks are not chained. Flows travel in no default job; theirs is the yardstick.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class SerializerBenchmark {

  private static final int BUFFER = 1 << 12;

  /** Wire type, and flows that the value holds. */
  @Param({
    "FLOW 1",
    "PARTIAL 1",
    "PARTIAL 10",
    "PARTIAL 1000",
    "TARGET_PARTIAL 10",
    "ACCUMULATOR 10",
    "ACCUMULATOR 1000",
    "SOURCE_VIEW 10",
    "SCORED_WINDOW 10"
  })
  private String value;

  private final DataOutputSerializer out = new DataOutputSerializer(BUFFER);
  private final DataInputDeserializer in = new DataInputDeserializer();
  private TypeSerializer<Object> serializer;
  private Object written;
  private byte[] bytes;

  /** For JMH. */
  public SerializerBenchmark() {}

  /** Fills the value, and writes what is to be read. */
  @Setup
  public void setUp() throws IOException {
    String[] words = value.split(" ", -1);
    Sample sample = Sample.of(WireType.valueOf(words[0]), Integer.parseInt(words[1]));
    serializer = sample.type().info().createSerializer(new SerializerConfigImpl());
    written = sample.value();
    write();
    bytes = out.getCopyOfBuffer();
    System.out.println(value + ": " + bytes.length + " bytes");
  }

  /** A value to bytes. */
  @Benchmark
  public int write() throws IOException {
    out.clear();
    serializer.serialize(written, out);
    return out.length();
  }

  /** Bytes to a value. */
  @Benchmark
  public Object read() throws IOException {
    in.setBuffer(bytes);
    return serializer.deserialize(in);
  }
}
