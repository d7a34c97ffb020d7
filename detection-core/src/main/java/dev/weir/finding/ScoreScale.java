package dev.weir.finding;

import dev.weir.feature.Feature;
import dev.weir.feature.SourceKey;
import dev.weir.model.Segment;
import dev.weir.model.Segments;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** What scores mean, which is each segment's own. Immutable. */
final class ScoreScale {

  private final Segments segments;
  private final Map<String, Severity> severities = new HashMap<>();

  /**
   * The scale of a model's scores.
   *
   * @param sample how many windows it was fitted to
   */
  ScoreScale(Segments segments, long sample) {
    this.segments = segments;
    for (Segment segment : segments.list()) {
      boolean all = segment.name().equals(Segment.ALL);
      severities.put(
          segment.name(), new Severity(segment.scores(), all ? sample : windows(segment)));
    }
  }

  /** Every window counts its flows. */
  private static long windows(Segment segment) {
    return LongStream.of(segment.baseline(Feature.FLOW_COUNT).scaled().counts()).sum();
  }

  /** How severe a source's scores are. */
  Severity severity(SourceKey source) {
    return severities.get(segments.of(source).name());
  }

  /** What a source's scores alert above. */
  double alertThreshold(SourceKey source) {
    return segments.of(source).alertThreshold();
  }
}
