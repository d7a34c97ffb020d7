package dev.weir.alert;

import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetKey;
import dev.weir.feature.UnknownVersionException;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whose incident it is: there is one at a time for each. Its hash decides where an incident's state
 * lies, so it is spelled out and fixed for good, as are its bytes.
 *
 * @param source null of kinds target and model
 * @param target null of kinds source and model
 * @param topic what a model's incident is about, such as a feature; empty of other kinds
 */
public record IncidentKey(Kind kind, SourceKey source, TargetKey target, String topic) {

  private static final int VERSION = 1;
  private static final Kind[] KINDS = Kind.values();

  /** Whose incident a detection belongs to. */
  public static IncidentKey of(Detection found) {
    return switch (found.kind()) {
      case SOURCE -> new IncidentKey(Kind.SOURCE, found.source(), null, "");
      case TARGET -> new IncidentKey(Kind.TARGET, null, found.target(), "");
      case PAIR ->
          found.source() == null
              ? new IncidentKey(Kind.TARGET, null, found.target(), "")
              : new IncidentKey(Kind.PAIR, found.source(), found.target(), "");
      case MODEL -> new IncidentKey(Kind.MODEL, null, null, found.topic());
    };
  }

  /**
   * The key by which messages on a topic keep together: the source's address, else the target's.
   */
  public String name() {
    if (source != null) {
      return source.address();
    }
    return target != null ? target.address() : topic;
  }

  @Override
  public int hashCode() {
    int hash = kind.id().hashCode();
    hash = 31 * hash + (source == null ? 0 : source.hashCode());
    hash = 31 * hash + (target == null ? 0 : 31 * target.address().hashCode() + target.port());
    return 31 * hash + topic.hashCode();
  }

  /** Writes the version and every part. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeByte(kind.ordinal());
    DetectionBytes.writeSource(source, out);
    DetectionBytes.writeTarget(target, out);
    out.writeUTF(topic);
  }

  /** Reads what {@link #write} wrote. */
  public static IncidentKey read(DataInput in) throws IOException {
    UnknownVersionException.check("incident key", VERSION, in.readByte());
    return new IncidentKey(
        KINDS[DetectionBytes.index(in, KINDS.length, "kind")],
        DetectionBytes.readSource(in),
        DetectionBytes.readTarget(in),
        in.readUTF());
  }
}
