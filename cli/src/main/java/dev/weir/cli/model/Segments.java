package dev.weir.cli.model;

import dev.weir.model.Model;
import dev.weir.model.Segment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The segments of a model, whatever their number. */
final class Segments {

  private Segments() {}

  static List<Segment> of(Model model) {
    return List.of(model.segment());
  }

  static Map<String, Segment> byName(Model model) {
    Map<String, Segment> segments = new TreeMap<>();
    of(model).forEach(segment -> segments.put(segment.name(), segment));
    return segments;
  }
}
