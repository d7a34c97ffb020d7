package dev.weir.feature;

import dev.weir.flow.Truth;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The target view of one window: what only the victim sees.
 *
 * @param windowStart epoch milliseconds
 * @param windowEnd epoch milliseconds
 * @param flows started towards it; 0 and up
 * @param bytesIn bytes sent to it; NaN where no record gives them
 * @param bytesOut bytes that it sent back; NaN where no record gives them, or some tells one
 *     direction only
 * @param sources distinct sources, estimated above 96
 * @param rejectedShare share refused among the flows whose fate is known; NaN where none is
 * @param shortShare share of the flows with both times that were short; NaN where none has them
 * @param tinyShare share of the flows with known bytes that had {@value #TINY_BYTES} at most; NaN
 *     where none has known ones
 * @param topSources at most eight of its sources with their flows, most flows first; of more than
 *     eight a sample
 * @param firstSeen start of the earliest flow, epoch milliseconds
 * @param lastSeen end of the latest, epoch milliseconds
 * @param truth of labelled logs
 * @param early whether the window is still open: counts can only grow
 */
public record TargetView(
    TargetKey target,
    long windowStart,
    long windowEnd,
    long flows,
    double bytesIn,
    double bytesOut,
    long sources,
    double rejectedShare,
    double shortShare,
    double tinyShare,
    List<SourceCount> topSources,
    long firstSeen,
    long lastSeen,
    Truth truth,
    boolean early) {

  /** A SYN, its answer and repeats: a flow that is served has more, both ways. */
  public static final int TINY_BYTES = 200;

  /** Keeps a list of its own. */
  public TargetView {
    topSources = List.copyOf(topSources);
  }

  /** Writes every field; NaN by its bits. */
  public void write(DataOutput out) throws IOException {
    target.write(out);
    out.writeLong(windowStart);
    out.writeLong(windowEnd);
    Varint.write(out, flows);
    out.writeDouble(bytesIn);
    out.writeDouble(bytesOut);
    Varint.write(out, sources);
    out.writeDouble(rejectedShare);
    out.writeDouble(shortShare);
    out.writeDouble(tinyShare);
    Varint.write(out, topSources.size());
    for (SourceCount count : topSources) {
      count.source().write(out);
      Varint.write(out, count.flows());
    }
    out.writeLong(firstSeen);
    out.writeLong(lastSeen);
    truth.write(out);
    out.writeBoolean(early);
  }

  /** Reads what {@link #write} wrote. */
  public static TargetView read(DataInput in) throws IOException {
    return new TargetView(
        TargetKey.read(in),
        in.readLong(),
        in.readLong(),
        Varint.read(in),
        in.readDouble(),
        in.readDouble(),
        Varint.read(in),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        readSources(in),
        in.readLong(),
        in.readLong(),
        Truth.read(in),
        in.readBoolean());
  }

  private static List<SourceCount> readSources(DataInput in) throws IOException {
    List<SourceCount> counts = new ArrayList<>();
    for (long left = Varint.read(in); left > 0; left--) {
      counts.add(new SourceCount(SourceKey.read(in), Varint.read(in)));
    }
    return counts;
  }

  /** Flows of one source. */
  public record SourceCount(SourceKey source, long flows) {}
}
