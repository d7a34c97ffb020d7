package dev.weir.alert;

import dev.weir.explain.ExplanationBytes;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceKey;
import dev.weir.feature.TargetCount;
import dev.weir.feature.TargetKey;
import dev.weir.feature.UnknownVersionException;
import dev.weir.finding.Advice;
import dev.weir.finding.Control;
import dev.weir.finding.Detection;
import dev.weir.finding.Kind;
import dev.weir.finding.Origin;
import dev.weir.finding.Scoring;
import dev.weir.finding.Technique;
import dev.weir.flow.Truth;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Detections as bytes: between tasks, and in the state of the incidents that they belong to. */
public final class DetectionBytes {

  private static final int VERSION = 2;

  /** Of lists within a detection: what writes them keeps to far fewer. */
  private static final int MOST = 1_000;

  private static final Kind[] KINDS = Kind.values();
  private static final Origin[] ORIGINS = Origin.values();

  private DetectionBytes() {}

  /** Writes the version and every field. */
  public static void write(Detection found, DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeByte(found.kind().ordinal());
    writeSource(found.source(), out);
    writeTarget(found.target(), out);
    out.writeUTF(found.topic());
    out.writeUTF(found.finding());
    writeTexts(found.also(), out);
    write(found.technique(), out);
    out.writeByte(found.severity());
    out.writeByte(found.origin().ordinal());
    out.writeBoolean(found.early());
    out.writeBoolean(found.opens());
    out.writeLong(found.windowStart());
    out.writeLong(found.windowEnd());
    out.writeLong(found.firstSeen());
    out.writeLong(found.lastSeen());
    out.writeLong(found.flows());
    out.writeDouble(found.bytesIn());
    out.writeDouble(found.bytesOut());
    out.writeUTF(found.country());
    out.writeLong(found.sources());
    writeTargets(found.targets(), out);
    write(found.scoring(), out);
    writeTexts(found.reputation(), out);
    ExplanationBytes.write(found.explanation(), out);
    write(found.advice(), out);
    found.truth().write(out);
  }

  /** All of it, by which any two that differ in anything can be told apart. */
  public static byte[] of(Detection found) {
    return Copies.bytes(out -> write(found, out));
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static Detection read(DataInput in) throws IOException {
    UnknownVersionException.check("detection", VERSION, in.readByte());
    return new Detection(
        KINDS[index(in, KINDS.length, "kind")],
        readSource(in),
        readTarget(in),
        in.readUTF(),
        in.readUTF(),
        readTexts(in),
        readTechnique(in),
        in.readByte(),
        ORIGINS[index(in, ORIGINS.length, "origin")],
        in.readBoolean(),
        in.readBoolean(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        in.readUTF(),
        in.readLong(),
        readTargets(in),
        readScoring(in),
        readTexts(in),
        ExplanationBytes.read(in),
        readAdvice(in),
        Truth.read(in));
  }

  static void writeSource(SourceKey source, DataOutput out) throws IOException {
    out.writeBoolean(source != null);
    if (source != null) {
      source.write(out);
    }
  }

  static SourceKey readSource(DataInput in) throws IOException {
    return in.readBoolean() ? SourceKey.read(in) : null;
  }

  static void writeTarget(TargetKey target, DataOutput out) throws IOException {
    out.writeBoolean(target != null);
    if (target != null) {
      out.writeUTF(target.address());
      out.writeInt(target.port());
    }
  }

  static TargetKey readTarget(DataInput in) throws IOException {
    return in.readBoolean() ? new TargetKey(in.readUTF(), in.readInt()) : null;
  }

  static void writeTargets(List<TargetCount> targets, DataOutput out) throws IOException {
    out.writeShort(targets.size());
    for (TargetCount count : targets) {
      out.writeUTF(count.target().address());
      out.writeInt(count.target().port());
      out.writeLong(count.flows());
      out.writeLong(count.syns());
      out.writeLong(count.bytesIn());
      out.writeLong(count.bytesOut());
      out.writeLong(count.slots());
    }
  }

  static List<TargetCount> readTargets(DataInput in) throws IOException {
    int size = size(in);
    List<TargetCount> targets = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      TargetKey target = new TargetKey(in.readUTF(), in.readInt());
      targets.add(
          new TargetCount(
              target, in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }
    return targets;
  }

  static void writeTexts(Iterable<String> texts, DataOutput out) throws IOException {
    List<String> all = new ArrayList<>();
    texts.forEach(all::add);
    out.writeShort(all.size());
    for (String text : all) {
      out.writeUTF(text);
    }
  }

  static List<String> readTexts(DataInput in) throws IOException {
    int size = size(in);
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  static void write(Technique technique, DataOutput out) throws IOException {
    out.writeBoolean(technique != null);
    if (technique != null) {
      out.writeUTF(technique.id());
      out.writeUTF(technique.name());
      out.writeUTF(technique.confidence());
    }
  }

  static Technique readTechnique(DataInput in) throws IOException {
    return in.readBoolean() ? new Technique(in.readUTF(), in.readUTF(), in.readUTF()) : null;
  }

  private static void write(Scoring scoring, DataOutput out) throws IOException {
    out.writeDouble(scoring.score());
    out.writeDouble(scoring.threshold());
    out.writeByte(scoring.label());
    out.writeUTF(scoring.modelId());
    out.writeBoolean(scoring.unexplained() != null);
    if (scoring.unexplained() != null) {
      scoring.unexplained().write(out);
    }
  }

  private static Scoring readScoring(DataInput in) throws IOException {
    return new Scoring(
        in.readDouble(),
        in.readDouble(),
        in.readByte(),
        in.readUTF(),
        in.readBoolean() ? FeatureVector.read(in) : null);
  }

  private static void write(Advice advice, DataOutput out) throws IOException {
    out.writeUTF(advice.text());
    Control control = advice.control();
    out.writeBoolean(control != null);
    if (control != null) {
      out.writeUTF(control.cidr());
      out.writeBoolean(control.outbound());
      out.writeInt(control.port());
      out.writeInt(control.protocol());
      out.writeUTF(control.target());
      out.writeLong(control.expires());
      out.writeUTF(control.networkAcl());
      out.writeUTF(control.securityGroup());
      out.writeUTF(control.nftables());
      out.writeUTF(control.wafIpSet());
    }
  }

  private static Advice readAdvice(DataInput in) throws IOException {
    String text = in.readUTF();
    Control control =
        in.readBoolean()
            ? new Control(
                in.readUTF(),
                in.readBoolean(),
                in.readInt(),
                in.readInt(),
                in.readUTF(),
                in.readLong(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF())
            : null;
    return new Advice(text, control);
  }

  static int index(DataInput in, int below, String what) throws IOException {
    int index = in.readUnsignedByte();
    if (index >= below) {
      throw new IOException(index + " is no " + what + ": these bytes are not of a detection");
    }
    return index;
  }

  private static int size(DataInput in) throws IOException {
    int size = in.readUnsignedShort();
    if (size > MOST) {
      throw new IOException("a list of " + size + ": these bytes are not of a detection");
    }
    return size;
  }
}
