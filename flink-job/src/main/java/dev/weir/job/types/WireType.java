package dev.weir.job.types;

import dev.weir.alert.Alert;
import dev.weir.alert.BlindTimes;
import dev.weir.alert.Crowd;
import dev.weir.alert.CrowdKey;
import dev.weir.alert.DetectionBytes;
import dev.weir.alert.Incident;
import dev.weir.alert.IncidentKey;
import dev.weir.drift.DriftCounts;
import dev.weir.drift.DriftDay;
import dev.weir.feature.Feature;
import dev.weir.feature.Late;
import dev.weir.feature.PairHistory;
import dev.weir.feature.PairView;
import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.feature.TargetKey;
import dev.weir.feature.TargetView;
import dev.weir.finding.Detection;
import dev.weir.flow.DeadLetter;
import dev.weir.flow.Entry;
import dev.weir.flow.EntryBytes;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Gap;
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
  TARGET_KEY(TargetKey.class, 1, TargetKey::write, TargetKey::read),
  ENTRY(Entry.class, 3, EntryBytes::write, EntryBytes::read),
  FLOW(FlowRecord.class, 2, EntryBytes::writeFlow, EntryBytes::readFlow),
  DEAD_LETTER(DeadLetter.class, 1, EntryBytes::writeDeadLetter, EntryBytes::readDeadLetter),
  GAP(Gap.class, 1, EntryBytes::writeGap, EntryBytes::readGap),
  ACCUMULATOR(Packed.class, 5, Packed::write, Packed::read),
  TARGET_ACCUMULATOR(Packed.class, 2, Packed::write, Packed::read),
  PAIR_HISTORY(PairHistory.class, 1, PairHistory::write, PairHistory::read, PairHistory::copy),
  PARTIAL(WindowPart.class, 4, (part, out) -> part.write(out), WindowPart::ofSource),
  TARGET_PARTIAL(WindowPart.class, 2, (part, out) -> part.write(out), WindowPart::ofTarget),
  LATE(Late.class, 2, Late::write, Late::read),
  SOURCE_VIEW(SourceView.class, ofSchema(3), SourceView::write, SourceView::read),
  TARGET_VIEW(TargetView.class, 2, TargetView::write, TargetView::read),
  PAIR_VIEW(PairView.class, 1, PairView::write, PairView::read),
  SCORED_WINDOW(ScoredWindow.class, ofSchema(4), ScoredWindow::write, ScoredWindow::read),
  DETECTION(Detection.class, ofSchema(1), DetectionBytes::write, DetectionBytes::read),
  CROWD_KEY(CrowdKey.class, 1, CrowdKey::write, CrowdKey::read),
  CROWD(Crowd.class, ofSchema(1), Crowd::write, Crowd::read, Crowd::copy),
  INCIDENT_KEY(IncidentKey.class, 1, IncidentKey::write, IncidentKey::read),
  INCIDENT(Incident.class, ofSchema(3), Incident::write, Incident::read, Incident::copy),
  BLIND_TIMES(BlindTimes.class, 1, BlindTimes::write, BlindTimes::read, BlindTimes::copy),
  DRIFT_COUNTS(DriftCounts.class, 1, DriftCounts::write, DriftCounts::read, DriftCounts::copy),
  DRIFT_DAY(DriftDay.class, 2, DriftDay::write, DriftDay::read, DriftDay::copy),
  ALERT(Alert.class, ofSchema(5), Alert::write, Alert::read);

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
