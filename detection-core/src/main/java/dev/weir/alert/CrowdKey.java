package dev.weir.alert;

import dev.weir.feature.TargetKey;
import dev.weir.feature.UnknownVersionException;
import dev.weir.finding.Detection;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What sources have in common that do the same. Its hash decides where state lies, so it is spelled
 * out and fixed for good, as are its bytes.
 *
 * @param finding id of what they do
 * @param target to whom
 */
public record CrowdKey(String finding, TargetKey target) {

  private static final int VERSION = 1;

  /** Of a source's detection that has a target, or of a pair's. */
  public static CrowdKey of(Detection found) {
    return new CrowdKey(found.finding(), found.target());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * finding.hashCode() + target.address().hashCode()) + target.port();
  }

  /** Writes the version and every part. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeUTF(finding);
    DetectionBytes.writeTarget(target, out);
  }

  /** Reads what {@link #write} wrote. */
  public static CrowdKey read(DataInput in) throws IOException {
    UnknownVersionException.check("crowd key", VERSION, in.readByte());
    return new CrowdKey(in.readUTF(), DetectionBytes.readTarget(in));
  }
}
