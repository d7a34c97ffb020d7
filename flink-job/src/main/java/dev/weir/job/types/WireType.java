package dev.weir.job.types;

import dev.weir.alert.Alert;
import dev.weir.alert.AlertBytes;
import dev.weir.feature.Feature;
import dev.weir.feature.FeatureAccumulator;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.Late;
import dev.weir.feature.PartialWindow;
import dev.weir.feature.SourceKey;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.Entry;
import dev.weir.flow.EntryBytes;
import dev.weir.flow.FlowRecord;
import dev.weir.model.ScoredWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Every type that the job's tasks exchange or keep. The names stand in savepoints: they stay as
 * they are, and a changed layout raises the version.
 */
@SuppressWarnings("ImmutableEnumChecker") // References to static methods hold no state.
public enum WireType {
  SOURCE_KEY(SourceKey.class, 1, SourceKey::write, SourceKey::read),
  ENTRY(Entry.class, 1, EntryBytes::write, EntryBytes::read),
  FLOW(FlowRecord.class, 1, EntryBytes::writeFlow, EntryBytes::readFlow),
  DEAD_LETTER(DeadLetter.class, 1, EntryBytes::writeDeadLetter, EntryBytes::readDeadLetter),
  ACCUMULATOR(
      FeatureAccumulator.class,
      2,
      FeatureAccumulator::write,
      FeatureAccumulator::read,
      FeatureAccumulator::copy),
  PARTIAL(PartialWindow.class, 1, PartialWindow::write, PartialWindow::read),
  LATE(Late.class, 1, Late::write, Late::read),
  VECTOR(FeatureVector.class, ofSchema(1), FeatureVector::write, FeatureVector::read),
  SCORED_WINDOW(ScoredWindow.class, ofSchema(1), ScoredWindow::write, ScoredWindow::read),
  ALERT(Alert.class, ofSchema(1), AlertBytes::write, AlertBytes::read);

  private final Class<?> type;
  private final int version;
  private final Writer<Object> writer;
  private final Reader<?> reader;
  private final UnaryOperator<Object> copier;

  <T> WireType(Class<T> type, int version, Writer<T> writer, Reader<T> reader) {
    this(type, version, writer, reader, null);
  }

  <T> WireType(
      Class<T> type, int version, Writer<T> writer, Reader<T> reader, UnaryOperator<T> copier) {
    this.type = type;
    this.version = version;
    this.writer = (value, out) -> writer.write(type.cast(value), out);
    this.reader = reader;
    this.copier = copier == null ? null : value -> copier.apply(type.cast(value));
  }

  /** The version of a layout that holds a value for each feature: it changes with the schema. */
  private static int ofSchema(int layout) {
    return layout * 1000 + Feature.SCHEMA_VERSION;
  }

  /** Writes a value's bytes. */
  interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  /** Reads a value from its bytes. */
  interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  /** The type as Flink wants it described. */
  @SuppressWarnings("unchecked") // Each constant's class is the T that its users name.
  public <T> TypeInformation<T> info() {
    return new WireTypeInfo<>(this, (Class<T>) type);
  }

  int version() {
    return version;
  }

  boolean isImmutable() {
    return copier == null;
  }

  Object copy(Object value) {
    return copier == null ? value : copier.apply(value);
  }

  void write(Object value, DataOutput out) throws IOException {
    writer.write(value, out);
  }

  Object read(DataInput in) throws IOException {
    return reader.read(in);
  }
}
