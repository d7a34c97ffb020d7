package dev.weir.train;

import dev.weir.decode.EntryCollector;
import dev.weir.evaluation.AttackLog;
import dev.weir.feature.FeatureVector;
import dev.weir.feature.SourceVectors;
import dev.weir.flow.DeadLetterReason;
import dev.weir.flow.FlowRecord;
import dev.weir.flow.Ignored;
import dev.weir.flow.SetAside;
import java.util.List;
import java.util.Set;

/**
 * Windows that a model is tried on and was not trained on, as many as it is trained on at most, and
 * what labels say of them.
 */
final class Trial implements EntryCollector {

  private final String text;
  private final long from;
  private final AttackLog attacks;
  private final Reservoir<FeatureVector> vectors;
  private final Windower<?, ?, FeatureVector> windower;

  /**
   * Starts without flows.
   *
   * @param text what the windows are of, in words
   * @param from windows that begin before are not whole
   */
  Trial(FitOptions options, long outOfOrderness, String text, long from) {
    this.text = text;
    this.from = from;
    attacks = new AttackLog(options.window());
    vectors = new Reservoir<>(options.sampleSize(), Draws.TRIAL.random(options.seed()));
    windower =
        new Windower<>(
            new SourceVectors(options.window(), options.settings()), outOfOrderness, this::add);
  }

  private void add(FeatureVector vector) {
    if (vector.windowStart() >= from) {
      vectors.add(vector);
    }
  }

  @Override
  public void attack(String label) {
    attacks.attack(label);
  }

  @Override
  public void flow(FlowRecord flow) {
    attacks.flow(flow);
    windower.add(flow);
  }

  @Override
  public void setAside(SetAside reason, FlowRecord flow) {}

  @Override
  public void deadLetter(
      DeadLetterReason reason, String detail, byte[] buffer, int offset, int length) {}

  @Override
  public void ignored(Ignored reason) {}

  /** Closes every window: no more flows will come. */
  void end() {
    windower.end();
  }

  /** What the windows are of, in words. */
  String text() {
    return text;
  }

  /** How many windows there were. */
  long windows() {
    return vectors.seen();
  }

  /** A sample of the windows, or all where they are few. */
  List<FeatureVector> sample() {
    return vectors.sample();
  }

  /** The attacks that a window holds flows of, by their labels. */
  Set<String> attacksIn(FeatureVector vector) {
    return attacks.of(vector.source(), vector.windowStart());
  }
}
