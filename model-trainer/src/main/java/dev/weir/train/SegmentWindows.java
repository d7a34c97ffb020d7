package dev.weir.train;

import dev.weir.feature.Feature;
import dev.weir.model.Model;
import dev.weir.model.Segment;
import java.util.Locale;
import java.util.stream.LongStream;

/** What a segment was fitted to, in words. */
final class SegmentWindows {

  private SegmentWindows() {}

  static String text(Model model, Segment segment) {
    boolean shares = segment.sharesForestOf(model.segment());
    return String.format(
        Locale.ROOT,
        "%,d windows, %s",
        count(segment),
        shares ? "the forest of all" : "a forest of its own");
  }

  /** Every window counts its flows. */
  static long count(Segment segment) {
    return LongStream.of(segment.baseline(Feature.FLOW_COUNT).scaled().counts()).sum();
  }
}
