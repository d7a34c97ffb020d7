package dev.weir.feature;

import dev.weir.flow.FlowRecord;
import dev.weir.flow.Side;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one window has seen of one source: what its features are computed from, and evidence.
 * Mutable; not thread-safe.
 *
 * <p>Its bytes are state: {@link #write} is versioned.
 */
public final class SourceAccumulator implements Accumulator<SourceAccumulator> {

  private static final int VERSION = 3;

  private final FeatureAccumulator features;
  private final EvidenceAccumulator evidence;

  /** Of a window in which nothing was seen yet. */
  public SourceAccumulator() {
    this(new FeatureAccumulator(), new EvidenceAccumulator());
  }

  private SourceAccumulator(FeatureAccumulator features, EvidenceAccumulator evidence) {
    this.features = features;
    this.evidence = evidence;
  }

  /**
   * Adds a flow of the window.
   *
   * @param windowStart start of the window, which must hold the flow's event time
   * @param known targets that are left out first where there are many
   */
  public void add(
      FlowRecord flow,
      long windowStart,
      WindowSpec window,
      FeatureSettings settings,
      KnownTargets known) {
    long slot = ActivitySlots.bit(flow.eventTime() - windowStart, window.size());
    features.add(flow, slot, settings);
    if (flow.side() == Side.RESPONDER) {
      evidence.addAnswer(flow, known);
    } else {
      evidence.add(flow, slot, known);
    }
  }

  @Override
  public long flows() {
    return features.flows();
  }

  @Override
  public void merge(SourceAccumulator other) {
    features.merge(other.features);
    evidence.merge(other.evidence);
  }

  /**
   * The window's features and evidence; the view keeps parts of this.
   *
   * @param early whether the window is still open
   */
  public SourceView toView(SourceKey source, long windowStart, WindowSpec window, boolean early) {
    FeatureVector vector = features.toVector(source, windowStart, window);
    double addresses = vector.value(Feature.DISTINCT_DST_IPS);
    double ports = vector.value(Feature.DISTINCT_DST_PORTS);
    // There are no fewer targets than addresses, nor than ports.
    double distinct = addresses >= ports || Double.isNaN(ports) ? addresses : ports;
    return new SourceView(
        vector, evidence.toEvidence(distinct), features.firstSeen(), features.lastSeen(), early);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    features.write(out);
    evidence.write(out);
  }

  /** Reads what {@link #write} wrote; refuses another version by name. */
  public static SourceAccumulator read(DataInput in) throws IOException {
    UnknownVersionException.check("source accumulator", VERSION, in.readByte());
    return new SourceAccumulator(FeatureAccumulator.read(in), EvidenceAccumulator.read(in));
  }
}
