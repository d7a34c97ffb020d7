package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.FlowRecordBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** One minute of one source, for tests to fill. */
final class Window {

  static final long START = 1_714_086_000_000L;
  static final WindowSpec MINUTE = WindowSpec.tumbling(60_000);
  static final SourceKey SOURCE = new SourceKey("", "192.0.2.7");

  private Window() {}

  /** A flow of the window's source that begins so many milliseconds into it. */
  static FlowRecordBuilder flow(long offset) {
    return FlowRecord.builder().srcIp(SOURCE.address()).start(START + offset);
  }

  static FeatureAccumulator of(List<FlowRecord> flows) {
    FeatureAccumulator accumulator = new FeatureAccumulator();
    flows.forEach(flow -> accumulator.add(flow, START, MINUTE, FeatureSettings.DEFAULT));
    return accumulator;
  }

  static FeatureVector vector(FeatureAccumulator accumulator) {
    return accumulator.toVector(SOURCE, START, MINUTE);
  }

  static double feature(Feature feature, FlowRecordBuilder... flows) {
    return vector(of(List.of(flows).stream().map(FlowRecordBuilder::build).toList()))
        .value(feature);
  }

  static byte[] bytes(Accumulator<?> accumulator) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      accumulator.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  static FeatureAccumulator read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    FeatureAccumulator read = FeatureAccumulator.read(in);
    if (in.read() != -1) {
      throw new IOException("bytes are left");
    }
    return read;
  }
}
