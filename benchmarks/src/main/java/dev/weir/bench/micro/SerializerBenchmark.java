package dev.weir.bench.micro;

import dev.weir.feature.FeatureSettings;
import dev.weir.feature.KnownTargets;
import dev.weir.feature.SourceAccumulator;
import dev.weir.feature.WindowSpec;
import dev.weir.flow.Entry;
import dev.weir.flow.EntryBytes;
import dev.weir.flow.FlowRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What flows and accumulators cost on the wire and in RocksDB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SerializerBenchmark {

  private static final WindowSpec WINDOW = WindowSpec.tumbling(60_000);

  /** Flows in the accumulator. */
  @Param({"1", "10", "1000"})
  private int flows;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private FlowRecord flow;
  private SourceAccumulator accumulator;
  private byte[] flowBytes;
  private byte[] accumulatorBytes;

  /** For JMH. */
  public SerializerBenchmark() {}

  /** Fills an accumulator, and writes what is to be read. */
  @Setup
  public void setUp() throws IOException {
    accumulator = new SourceAccumulator();
    for (FlowRecord each : SampleFlows.of(flows)) {
      flow = each;
      accumulator.add(each, SampleFlows.START, WINDOW, FeatureSettings.DEFAULT, KnownTargets.NONE);
    }
    writeFlow();
    flowBytes = bytes.toByteArray();
    writeAccumulator();
    accumulatorBytes = bytes.toByteArray();
  }

  /** A flow to bytes. */
  @Benchmark
  public int writeFlow() throws IOException {
    bytes.reset();
    EntryBytes.write(flow, new DataOutputStream(bytes));
    return bytes.size();
  }

  /** Bytes to a flow. */
  @Benchmark
  public Entry readFlow() throws IOException {
    return EntryBytes.read(new DataInputStream(new ByteArrayInputStream(flowBytes)));
  }

  /** An accumulator to bytes. */
  @Benchmark
  public int writeAccumulator() throws IOException {
    bytes.reset();
    accumulator.write(new DataOutputStream(bytes));
    return bytes.size();
  }

  /** Bytes to an accumulator. */
  @Benchmark
  public SourceAccumulator readAccumulator() throws IOException {
    return SourceAccumulator.read(new DataInputStream(new ByteArrayInputStream(accumulatorBytes)));
  }
}
